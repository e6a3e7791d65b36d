package io.github.sourceprovisioner.fetch.git.lfs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A little server of large files: the batch API, and downloads that want to see a header. */
final class LfsServer implements AutoCloseable {

  static final String TOKEN = "Basic c2VjcmV0";

  private static final Pattern ASKED =
      Pattern.compile("\\{\"oid\":\"([0-9a-f]{64})\",\"size\":([0-9]+)}");

  private final HttpServer server;
  private final Map<String, byte[]> objects = new TreeMap<>();

  /** Every request: method, path, and the header that downloads want to see. */
  final List<String> requests = new ArrayList<>();

  final List<String> questions = new ArrayList<>();

  /** What is said about an object; tests replace it. */
  Function<LfsPointer, String> about = pointer -> download(pointer, href(pointer));

  int status = 200;
  String type = "application/vnd.git-lfs+json; charset=utf-8";
  final Map<String, String> headers = new LinkedHashMap<>();
  String more = "";

  /** Where downloads are redirected to, if they are. */
  String redirect = "";

  /** Whether the batch API wants to know who is asking. */
  boolean asks;

  /** Every proof of identity that was shown. */
  final List<String> shown = new ArrayList<>();

  /** The whole answer, if it is not the usual one. */
  String answer = "";

  LfsServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/acme/modules.git/info/lfs/objects/batch", this::batch);
    server.createContext("/objects/", this::object);
    server.start();
  }

  LfsEndpoint endpoint() {
    return LfsEndpoint.of(origin() + "/acme/modules");
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Serves some content. */
  LfsPointer add(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    LfsPointer pointer = pointer(text);
    objects.put(pointer.oid(), content);
    return pointer;
  }

  /** Serves other content than the pointer says. */
  void serve(LfsPointer pointer, String text) {
    objects.put(pointer.oid(), text.getBytes(StandardCharsets.UTF_8));
  }

  static LfsPointer pointer(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String oid = HexFormat.of().formatHex(TreeDigest.sha256().digest(content));
    return new LfsPointer(oid, content.length);
  }

  String href(LfsPointer pointer) {
    return origin() + "/objects/" + pointer.oid();
  }

  /** An object with a download from some place. */
  String download(LfsPointer pointer, String href) {
    return """
        {"oid":"%s","size":%d,"authenticated":true,"actions":{"download":{"href":"%s",
         "header":{"Authorization":"%s","Transfer-Encoding":"chunked"}%s}}}"""
        .formatted(pointer.oid(), pointer.size(), href, TOKEN, more);
  }

  static String error(LfsPointer pointer, int code) {
    return "{\"oid\":\"%s\",\"size\":1,\"error\":{\"code\":%d,\"message\":\"<b>x</b>\"}}"
        .formatted(pointer.oid(), code);
  }

  private void batch(HttpExchange exchange) throws IOException {
    String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    note(exchange);
    questions.add(question);
    List<String> said = new ArrayList<>();
    Matcher asked = ASKED.matcher(question);
    while (asked.find()) {
      said.add(about.apply(new LfsPointer(asked.group(1), Long.parseLong(asked.group(2)))));
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    headers.forEach(exchange.getResponseHeaders()::set);
    if (asks && exchange.getRequestHeaders().getFirst("Authorization") == null) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=x");
      answer(exchange, 401, new byte[0]);
      return;
    }
    String all = "{\"transfer\":\"basic\",\"objects\":[" + String.join(",", said) + "]}";
    String body = answer.isEmpty() ? all : answer;
    answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private void object(HttpExchange exchange) throws IOException {
    note(exchange);
    byte[] content = objects.get(exchange.getRequestURI().getPath().substring(9));
    boolean known = TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!redirect.isEmpty()) {
      exchange.getResponseHeaders().set("Location", redirect);
      answer(exchange, 307, new byte[0]);
    } else if (content == null || !known) {
      answer(exchange, known ? 404 : 403, new byte[0]);
    } else {
      answer(exchange, 200, content);
    }
  }

  private void note(HttpExchange exchange) {
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .ifPresent(shown::add);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
