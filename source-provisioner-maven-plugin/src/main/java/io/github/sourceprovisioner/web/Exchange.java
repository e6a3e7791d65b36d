package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.FetchContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One question and one answer, over one connection.
 *
 * @param context says which way leads to a host, and hears what it costs
 * @param deadline when the answer must be here
 * @param waiter waits for it
 * @param connections opens the connection
 */
record Exchange(FetchContext context, Deadline deadline, Waiter waiter, Connections connections) {

  private static final int PROXY_WANTS_CREDENTIAL = 407;

  /**
   * Sends a request as it stands.
   *
   * @param authorization the header of that name; empty means none but the request's own
   * @throws ProvisioningException if nobody answers, or the proxy says no
   * @throws InterruptedException if this thread was asked to stop
   */
  WebResponse run(WebRequest request, Optional<String> authorization) throws InterruptedException {
    ProxyRoute route = ProxyRoute.to(request.uri(), context);
    route.name().ifPresent(name -> context.note("through the proxy " + name));
    context.transfers().requested(Redaction.redact(request.uri().toString()));
    NetworkFailures failures = new NetworkFailures(request.uri(), route);
    try {
      WebResponse answer = ask(request, authorization, route);
      if (answer.status() == PROXY_WANTS_CREDENTIAL && route.server().isPresent()) {
        answer.close();
        throw failures.proxyRefuses(PROXY_WANTS_CREDENTIAL);
      }
      return answer;
    } catch (IOException e) {
      context.transfers().failed(e);
      throw failures.explain(e);
    }
  }

  private WebResponse ask(WebRequest request, Optional<String> authorization, ProxyRoute route)
      throws IOException, InterruptedException {
    HttpURLConnection connection = connections.open(request.uri(), route, deadline.left());
    request.headers().forEach(connection::setRequestProperty);
    setIfAbsent(connection, request, "User-Agent", "source-provisioner");
    setIfAbsent(connection, request, "Accept", "*/*");
    authorization.ifPresent(header -> connection.setRequestProperty("Authorization", header));
    try {
      InputStream in = waiter.await(() -> talk(connection, request), connection::disconnect);
      return answer(connection, request, in);
    } catch (InterruptedException | ProvisioningException e) {
      connection.disconnect();
      context.transfers().failed(e);
      throw e;
    }
  }

  /** Blocks until the head of the answer is here. */
  private static InputStream talk(HttpURLConnection connection, WebRequest request)
      throws IOException {
    connection.setRequestMethod(request.method());
    if (request.method().equals("POST")) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(request.body());
      }
    }
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new ProtocolException("no answer of HTTP");
    }
    InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    return in == null ? InputStream.nullInputStream() : in;
  }

  private WebResponse answer(HttpURLConnection connection, WebRequest request, InputStream in)
      throws IOException {
    int status = connection.getResponseCode();
    Map<String, List<String>> headers = new HashMap<>(connection.getHeaderFields());
    headers.remove(null);
    CountedBody body =
        new CountedBody(
            connection,
            in,
            promised(connection, status),
            new CountedBody.Wire(waiter, context.transfers()));
    return new WebResponse(status, request.uri(), headers, body);
  }

  private static OptionalLong promised(HttpURLConnection connection, int status) {
    long length = connection.getContentLengthLong();
    boolean measured =
        length > 0
            && !connection.getRequestMethod().equals("HEAD")
            && connection.getHeaderField("Transfer-Encoding") == null
            && status != HttpURLConnection.HTTP_NO_CONTENT
            && status != HttpURLConnection.HTTP_NOT_MODIFIED
            && status != PROXY_WANTS_CREDENTIAL;
    return measured ? OptionalLong.of(length) : OptionalLong.empty();
  }

  private static void setIfAbsent(
      HttpURLConnection connection, WebRequest request, String name, String value) {
    if (!request.headers().containsKey(name)) {
      connection.setRequestProperty(name, value);
    }
  }
}
