package io.github.sourceprovisioner.locate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Percent-encoding as RFC 3986 has it, in UTF-8 only. */
final class Percent {

  /** What may stand in a path segment as it is (RFC 3986, section 3.3). */
  private static final String PLAIN = "-._~!$&'()*+,;=:@";

  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

  private Percent() {}

  /**
   * The text that was meant.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if a percent sign does not start a
   *     byte, the bytes are not UTF-8 or hide a control character
   */
  static String decode(String text, Refusals refusals) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) == '%') {
        if (!isEncoded(text, i)) {
          throw refusals.invalid("a percent sign that encodes nothing", "write %25 for it");
        }
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 3;
      } else {
        int c = text.codePointAt(i);
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return utf8(bytes.toByteArray(), refusals);
  }

  private static String utf8(byte[] bytes, Refusals refusals) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      ControlCharacters.refuse(text, refusals);
      return text;
    } catch (CharacterCodingException e) {
      throw refusals.invalid("percent-encoded bytes that are not UTF-8", "encode it as UTF-8");
    }
  }

  /** A decoded path segment, ready for a URL. */
  static String encode(String segment) {
    StringBuilder out = new StringBuilder();
    segment.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** An encoded path with whatever the user forgot to encode; what is encoded stays as it is. */
  static String tidy(String path) {
    return tidy(path, "/");
  }

  /** An encoded query, in the same way. */
  static String tidyQuery(String query) {
    return tidy(query, "/?");
  }

  private static String tidy(String text, String also) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (also.indexOf(c) >= 0 || isEncoded(text, i)) {
        out.appendCodePoint(c);
      } else {
        append(out, c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isEncoded(String text, int at) {
    return ENCODED.matcher(text).region(at, text.length()).lookingAt();
  }

  private static void append(StringBuilder out, int c) {
    if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
      out.append((char) c);
      return;
    }
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
  }
}
