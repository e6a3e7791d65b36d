package io.github.sourceprovisioner.web;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One request. Does not change. */
public final class WebRequest {

  private static final byte[] NOTHING = new byte[0];

  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte[] body;

  private WebRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    this.method = method;
    this.uri = uri;
    this.headers = Collections.unmodifiableMap(copy);
    this.body = body;
  }

  /**
   * Asks for what is at a URI.
   *
   * @param uri absolute, {@code http} or {@code https}, without user info
   */
  public static WebRequest get(URI uri) {
    return new WebRequest("GET", uri, Map.of(), NOTHING);
  }

  /**
   * Asks for the headers alone of what is at a URI.
   *
   * @param uri absolute, {@code http} or {@code https}, without user info
   */
  public static WebRequest head(URI uri) {
    return new WebRequest("HEAD", uri, Map.of(), NOTHING);
  }

  /**
   * Sends a body to a URI.
   *
   * @param uri absolute, {@code http} or {@code https}, without user info
   * @param body not copied, and not to be changed by anyone
   */
  public static WebRequest post(URI uri, String contentType, byte[] body) {
    return new WebRequest("POST", uri, Map.of("Content-Type", contentType), body);
  }

  /**
   * This request with one more header, or another value of it; never a credential. With an {@code
   * Authorization} (a signature, a short-lived token of a registry), no other one is tried; it does
   * not leave the origin.
   */
  public WebRequest with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new WebRequest(method, uri, more, body);
  }

  /** This request to another URI, with those of its headers that a rule lets pass. */
  WebRequest at(URI other, Predicate<String> rule) {
    Map<String, String> passing = new TreeMap<>(headers);
    passing.keySet().removeIf(rule.negate());
    return new WebRequest(method, other, passing, body);
  }

  /** {@code GET}, {@code HEAD} or {@code POST}. */
  public String method() {
    return method;
  }

  public URI uri() {
    return uri;
  }

  /** By name; names ignore case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Empty for a request without one; not to be changed. */
  public byte[] body() {
    return body;
  }
}
