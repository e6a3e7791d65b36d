package io.github.sourceprovisioner.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Any text as the name of one file or directory that every file system takes. Different texts get
 * names that differ even where case does not count.
 */
public final class PathSegment {

  private static final int LONGEST = 100;
  private static final int KEPT = 60;
  private static final int HASH_DIGITS = 40;

  /** Device names of Windows, two of them without their digit; an extension does not help. */
  private static final Set<String> RESERVED = Set.of("con", "nul", "aux", "prn");

  private static final Set<String> RESERVED_WITH_DIGIT = Set.of("com", "lpt");

  private static final HexFormat HEX = HexFormat.of();

  private PathSegment() {}

  /**
   * One path segment for the text.
   *
   * <ul>
   *   <li>{@code a-z 0-9 - _ .} stand for themselves, {@code +} for a slash, {@code ~} and two hex
   *       digits for any other byte of the UTF-8 form;
   *   <li>{@code ~~} and a hex number at the end tell which characters were {@code A-Z}: bit 0 is
   *       the first;
   *   <li>a first character that would make the name hidden or a Windows device, and a dot at the
   *       end, are written as bytes; {@code ~} alone is the empty text;
   *   <li>what would be longer than 100 characters keeps its first 60, then {@code ~~~} and 40 hex
   *       digits of a SHA-256.
   * </ul>
   *
   * @return 1 to 103 characters of {@code a-z 0-9 - _ . + ~}; never {@code .} or {@code ..}
   */
  public static String encode(String text) {
    if (text.isEmpty()) {
      return "~";
    }
    if (text.length() <= LONGEST && isPlain(text)) {
      return text;
    }
    String name = letters(text) + capitals(text);
    return name.length() <= LONGEST ? name : name.substring(0, KEPT) + "~~~" + hash(name);
  }

  /** Whether a text is its own name, as nearly every text is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(0) != '.' && !text.endsWith(".") && !isReserved(text);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
  }

  private static boolean isReserved(String name) {
    int dot = name.indexOf('.');
    String device = dot < 0 ? name : name.substring(0, dot);
    return RESERVED.contains(device)
        || (device.length() == 4
            && Character.isDigit(device.charAt(3))
            && RESERVED_WITH_DIGIT.contains(device.substring(0, 3)));
  }

  private static String letters(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints().forEach(c -> append(name, lower(c)));
    if (name.charAt(name.length() - 1) == '.') {
      name.replace(name.length() - 1, name.length(), "~2e");
    }
    if (name.charAt(0) == '.' || isReserved(name.toString())) {
      name.replace(0, 1, "~" + HEX.toHexDigits((byte) name.charAt(0)));
    }
    return name.toString();
  }

  private static void append(StringBuilder name, int c) {
    if (c == '/') {
      name.append('+');
    } else if (isPlain(c)) {
      name.append((char) c);
    } else {
      for (byte b : utf8(c)) {
        name.append('~').append(HEX.toHexDigits(b));
      }
    }
  }

  /** Half a surrogate pair has no UTF-8; it gets the three bytes that its number would have. */
  private static byte[] utf8(int c) {
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      return new byte[] {
        (byte) 0xed, (byte) (0x80 | ((c >> 6) & 0x3f)), (byte) (0x80 | (c & 0x3f))
      };
    }
    return Character.toString(c).getBytes(StandardCharsets.UTF_8);
  }

  private static int lower(int c) {
    return isCapital(c) ? c - 'A' + 'a' : c;
  }

  private static boolean isCapital(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static String capitals(String text) {
    BigInteger mask = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      mask = isCapital(text.charAt(i)) ? mask.setBit(i) : mask;
    }
    return mask.signum() == 0 ? "" : "~~" + mask.toString(16);
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.US_ASCII));
      return HEX.formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
