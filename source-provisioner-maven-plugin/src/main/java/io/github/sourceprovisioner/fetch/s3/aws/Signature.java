package io.github.sourceprovisioner.fetch.s3.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.model.TreeDigest;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as Amazon's services want it: Signature Version 4, in the header {@code
 * Authorization}. The path of a URL is taken as it stands, so it has to be encoded as {@link
 * UriText} does it; S3 wants it once, and no other service is asked for anything but its root.
 *
 * @param key whose request it is
 * @param region where the service runs: {@code eu-west-1}
 * @param service {@code s3}, {@code sts}
 * @param time when it is signed; hosts refuse what is more than a few minutes off
 */
public record Signature(AwsKey key, String region, String service, Instant time) {

  /** The digest of a request without a body. */
  public static final String NO_BODY = sha256("");

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The SHA-256 of a text in UTF-8, in lower-case hex. */
  public static String sha256(String text) {
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(text.getBytes(UTF_8)));
  }

  /**
   * The headers to add to a request, the signature among them.
   *
   * @param method {@code GET}, …
   * @param signed more headers that the signature covers, names in lower case; they are part of the
   *     result
   * @param body the digest of the body, in lower-case hex
   */
  public SortedMap<String, String> headers(
      String method, URI uri, Map<String, String> signed, String body) {
    SortedMap<String, String> headers = new TreeMap<>(signed);
    headers.put("host", host(uri));
    headers.put("x-amz-date", STAMP.format(time));
    key.token().ifPresent(token -> headers.put("x-amz-security-token", token));
    headers.put("Authorization", authorization(canonical(method, uri, headers, body), headers));
    headers.remove("host");
    return headers;
  }

  private String authorization(String canonical, SortedMap<String, String> headers) {
    String date = STAMP.format(time).substring(0, 8);
    String scope = date + "/" + region + "/" + service + "/aws4_request";
    String toSign = String.join("\n", ALGORITHM, STAMP.format(time), scope, sha256(canonical));
    byte[] derived = ("AWS4" + key.secret()).getBytes(UTF_8);
    for (String part : new String[] {date, region, service, "aws4_request"}) {
      derived = hmac(derived, part);
    }
    return ALGORITHM
        + " Credential="
        + key.id()
        + "/"
        + scope
        + ", SignedHeaders="
        + String.join(";", headers.keySet())
        + ", Signature="
        + HexFormat.of().formatHex(hmac(derived, toSign));
  }

  private static String canonical(
      String method, URI uri, SortedMap<String, String> headers, String body) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + plain(header.getValue()) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n", method, path, query(uri), lines, String.join(";", headers.keySet()), body);
  }

  /** Runs of spaces count as one. */
  private static String plain(String value) {
    return value.strip().replaceAll(" +", " ");
  }

  /** Sorted by names, and by values among equal names. */
  private static String query(URI uri) {
    return uri.getRawQuery() == null
        ? ""
        : Arrays.stream(uri.getRawQuery().split("&", -1))
            .map(parameter -> parameter.split("=", 2))
            .map(pair -> Map.entry(pair[0], pair.length < 2 ? "" : pair[1]))
            .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue))
            .map(pair -> pair.getKey() + "=" + pair.getValue())
            .collect(Collectors.joining("&"));
  }

  /** The header that the JDK will send. */
  private static String host(URI uri) {
    boolean usual =
        uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
    return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JDK without HMAC-SHA-256", e);
    }
  }
}
