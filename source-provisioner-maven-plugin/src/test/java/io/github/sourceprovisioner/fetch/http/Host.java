package io.github.sourceprovisioner.fetch.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on loopback with files in memory, each with what it answers. */
final class Host implements AutoCloseable {

  /** Method and path of every request, with what was asked conditionally. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final HttpServer server;

  /** What stands at a path; headers are name, value, name, value. */
  record Reply(int status, List<String> headers, String body) {}

  Host() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Puts bytes (ISO 8859-1) at a path. */
  Host put(String path, String body, String... headers) {
    return reply(path, 200, body, headers);
  }

  Host put(String path, byte[] body, String... headers) {
    return put(path, new String(body, StandardCharsets.ISO_8859_1), headers);
  }

  Host reply(String path, int status, String body, String... headers) {
    replies.put(path, new Reply(status, List.of(headers), body));
    return this;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    Reply none = new Reply(404, List.of(), "no");
    Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), none);
    for (int i = 0; i + 1 < reply.headers().size(); i += 2) {
      exchange.getResponseHeaders().add(reply.headers().get(i), reply.headers().get(i + 1));
    }
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    boolean same = known != null && reply.headers().contains(known);
    byte[] body = reply.body().getBytes(StandardCharsets.ISO_8859_1);
    boolean without = same || reply.status() == 204;
    exchange.sendResponseHeaders(same ? 304 : reply.status(), without ? -1 : body.length);
    if (!without) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
