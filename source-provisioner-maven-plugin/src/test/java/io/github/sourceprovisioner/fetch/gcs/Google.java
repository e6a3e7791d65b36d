package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for Google, and answers as its documentation says: no real server that can be had
 * checks tokens or keeps generations. One request a connection; what is unknown is 404.
 */
final class Google implements AutoCloseable {

  final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = Collections.synchronizedMap(new TreeMap<>());
  private final ScriptedServer server;

  Google() throws IOException {
    server = ScriptedServer.start(answer());
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** What is answered to requests whose path and query have this in them; the longest counts. */
  void answer(String part, String body) {
    answer(part, "200 OK", body);
  }

  /** The same with another status. */
  void answer(String part, String status, String body) {
    answers.put(
        part,
        "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, body.length(), body));
  }

  /** An object in one generation. */
  void object(String bucket, String encodedName, String generation, String content) {
    String path = "/storage/v1/b/" + bucket + "/o/" + encodedName + "?";
    answer(path + "fields=", "{\"generation\":\"%s\",\"size\":\"1\"}".formatted(generation));
    answer(path + "alt=media&generation=" + generation + " ", content);
  }

  private Script answer() {
    return wire -> {
      String request = wire.request();
      heard.add(request);
      String line = request.lines().findFirst().orElse("");
      wire.send(
          answers.entrySet().stream()
              .filter(known -> line.contains(known.getKey()))
              .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
              .map(Map.Entry::getValue)
              .orElse("HTTP/1.1 404 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
