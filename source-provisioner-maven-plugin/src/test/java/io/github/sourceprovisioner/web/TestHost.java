package io.github.sourceprovisioner.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A host on loopback that answers as a rule says, and remembers what it was asked. */
final class TestHost implements AutoCloseable {

  /** One line a request: method, path, and what was shown. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final String scheme;

  /** What to answer. */
  interface Rule {
    Reply answer(HttpExchange request);
  }

  /** An answer: a status, one header or none, and a body. */
  record Reply(int status, String header, String value) {

    static Reply ok() {
      return new Reply(200, "Content-Type", "text/plain");
    }

    static Reply redirect(int status, String to) {
      return new Reply(status, "Location", to);
    }

    static Reply whoAreYou(String challenge) {
      return new Reply(401, "WWW-Authenticate", challenge);
    }
  }

  TestHost(Rule rule) throws IOException {
    this(HttpServer.create(loopback(), 0), "http", rule);
  }

  TestHost(SSLContext tls, Rule rule) throws IOException {
    this(https(tls), "https", rule);
  }

  private TestHost(HttpServer server, String scheme, Rule rule) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", exchange -> serve(exchange, rule));
    server.start();
  }

  URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + port() + path);
  }

  String url(String path) {
    return uri(path).toString();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange, Rule rule) throws IOException {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + (shown == null ? "" : " " + shown));
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Reply reply = rule.answer(exchange);
    exchange.getResponseHeaders().add(reply.header(), reply.value());
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static HttpServer https(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
