package io.github.sourceprovisioner.fetch.s3.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Text in URLs as signatures want it: everything is encoded but the unreserved characters. */
public final class UriText {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

  private UriText() {}

  /** A whole value, slashes too. */
  public static String encode(String text) {
    return encode(text, UNRESERVED);
  }

  /** A path, whose slashes stay. */
  public static String encodePath(String path) {
    return encode(path, UNRESERVED + "/");
  }

  /** {@code name=value&…}, in the order of the map; empty for an empty one. */
  public static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text, String kept) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xff);
      if (kept.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
      }
    }
    return encoded.toString();
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }
}
