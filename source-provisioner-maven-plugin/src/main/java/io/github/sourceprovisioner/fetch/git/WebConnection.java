package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One request of JGit. What JGit wants to set about connections is not its business here. */
final class WebConnection implements HttpConnection {

  private final URL url;
  private final GitSession session;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private String method = "GET";
  private @Nullable WebResponse response;

  WebConnection(URL url, GitSession session) {
    this.url = url;
    this.session = session;
  }

  /** JGit looks for what may not be there; any other answer that says no ends everything. */
  private WebResponse response() throws IOException {
    WebResponse known = response;
    if (known == null) {
      known = send();
      if (!known.isSuccess() && known.status() != HTTP_NOT_FOUND) {
        known.close();
        throw session.failures().refused(known, URI.create(url.toString()));
      }
      response = known;
    }
    return known;
  }

  private WebResponse send() throws IOException {
    URI uri = URI.create(url.toString());
    String type = headers.getOrDefault("Content-Type", "");
    WebRequest request =
        method.equals("POST")
            ? WebRequest.post(uri, type, body.toByteArray())
            : WebRequest.get(uri);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.with(header.getKey(), header.getValue());
    }
    try {
      return session.web().send(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the transfer was stopped");
    }
  }

  @Override
  public int getResponseCode() throws IOException {
    return response().status();
  }

  @Override
  public URL getURL() {
    return url;
  }

  @Override
  public String getResponseMessage() throws IOException {
    return "status " + getResponseCode();
  }

  @Override
  public Map<String, List<String>> getHeaderFields() {
    return response == null ? Map.of() : response.headers();
  }

  @Override
  public void setRequestProperty(String key, String value) {
    headers.put(key, value);
  }

  @Override
  public void setRequestMethod(String wanted) {
    method = wanted;
  }

  @Override
  public void setUseCaches(boolean useCaches) {}

  @Override
  public void setConnectTimeout(int timeout) {}

  @Override
  public void setReadTimeout(int timeout) {}

  @Override
  public @Nullable String getContentType() {
    return getHeaderField("Content-Type");
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return response().body();
  }

  @Override
  public @Nullable String getHeaderField(String name) {
    return getHeaderFields(name).stream().findFirst().orElse(null);
  }

  @Override
  public List<String> getHeaderFields(String name) {
    return getHeaderFields().getOrDefault(name, List.of());
  }

  /** Unknown: JGit only wants to know whether there is something to read. */
  @Override
  public int getContentLength() {
    return -1;
  }

  @Override
  public void setInstanceFollowRedirects(boolean followRedirects) {}

  @Override
  public void setDoOutput(boolean output) {}

  @Override
  public void setFixedLengthStreamingMode(int length) {}

  @Override
  public OutputStream getOutputStream() {
    return body;
  }

  @Override
  public void setChunkedStreamingMode(int length) {}

  @Override
  public String getRequestMethod() {
    return method;
  }

  @Override
  public boolean usingProxy() {
    return false;
  }

  @Override
  public void connect() throws IOException {
    response();
  }

  @Override
  public void configure(KeyManager[] keys, TrustManager[] trust, @Nullable SecureRandom random) {}

  @Override
  public void setHostnameVerifier(HostnameVerifier verifier) {}
}
