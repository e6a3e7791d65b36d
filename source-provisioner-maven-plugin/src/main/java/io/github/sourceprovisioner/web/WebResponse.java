package io.github.sourceprovisioner.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a host answered. Whoever receives it closes it.
 *
 * @param status the status of HTTP
 * @param uri where it was answered, after all redirects
 * @param headers by name; names ignore case
 * @param body what follows the headers, also behind a status that says no; it ends with an {@link
 *     IOException} where the host promised more than it sent
 * @param moved whether redirects led here, all of which said that they are for good (RFC 9110,
 *     15.4.2 and 15.4.9)
 */
public record WebResponse(
    int status, URI uri, Map<String, List<String>> headers, InputStream body, boolean moved)
    implements Closeable {

  public WebResponse {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableMap(copy);
  }

  /** An answer without redirects. */
  public WebResponse(int status, URI uri, Map<String, List<String>> headers, InputStream body) {
    this(status, uri, headers, body, false);
  }

  /** This answer, at the end of redirects for good. */
  WebResponse afterMove() {
    return new WebResponse(status, uri, headers, body, true);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Whether the host did what it was asked for: a status of 200 to 299. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
