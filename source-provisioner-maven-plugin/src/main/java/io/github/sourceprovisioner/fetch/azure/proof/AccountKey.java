package io.github.sourceprovisioner.fetch.azure.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.web.WebRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of an account, which signs requests and is never sent (Shared Key, in the form of version
 * 2015-02-21 of the service and later).
 *
 * @param account whose key it is
 * @param key in Base64, as the portal shows it
 * @param origin how messages name it; never the secret
 */
public record AccountKey(String account, String key, String origin) implements Proof {

  private static final String ALGORITHM = "HmacSHA256";

  /** The headers whose values are signed without their names, in this order. */
  private static final List<String> SIGNED =
      List.of(
          "content-encoding",
          "content-language",
          "content-length",
          "content-md5",
          "content-type",
          "date",
          "if-modified-since",
          "if-match",
          "if-none-match",
          "if-unmodified-since",
          "range");

  /**
   * A key that can sign.
   *
   * @throws AccessDenied if it is not Base64
   */
  public AccountKey {
    try {
      if (Base64.getDecoder().decode(key).length == 0) {
        throw unusable(origin);
      }
    } catch (IllegalArgumentException e) {
      throw unusable(origin);
    }
  }

  @Override
  public String query() {
    return "";
  }

  @Override
  public WebRequest signed(WebRequest request) {
    return request.with(
        "Authorization", authorization(request.method(), request.uri(), request.headers()));
  }

  /**
   * The header {@code Authorization} of a request.
   *
   * @param headers what else it has, with {@code x-ms-date}
   */
  public String authorization(String method, URI uri, Map<String, String> headers) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
      byte[] signature = mac.doFinal(text(method, uri, headers).getBytes(UTF_8));
      return "SharedKey " + account + ":" + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }

  /** What is signed. */
  String text(String method, URI uri, Map<String, String> headers) {
    SortedMap<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
    String plain =
        SIGNED.stream()
            .map(name -> lower.getOrDefault(name, "") + "\n")
            .collect(Collectors.joining());
    String named =
        lower.entrySet().stream()
            .filter(header -> header.getKey().startsWith("x-ms-"))
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    return method + "\n" + plain + named + resource(uri);
  }

  /** Where the path begins with the account, it is there twice. */
  private String resource(URI uri) {
    SortedMap<String, String> parameters = new TreeMap<>();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.put(
          URLDecoder.decode(name, UTF_8).toLowerCase(Locale.ROOT), URLDecoder.decode(value, UTF_8));
    }
    return "/"
        + account
        + uri.getRawPath()
        + parameters.entrySet().stream()
            .map(parameter -> "\n" + parameter.getKey() + ":" + parameter.getValue())
            .collect(Collectors.joining());
  }

  private static AccessDenied unusable(String origin) {
    return new AccessDenied(
        Problem.of("the account key of " + origin + " is not the Base64 that Azure shows")
            .advise("copy key1 or key2 of the storage account whole, with the == at its end"));
  }

  /** Names the key without showing it. */
  @Override
  public String toString() {
    return "account key of " + origin;
  }
}
