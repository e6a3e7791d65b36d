package io.github.sourceprovisioner.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code t1} digest of a tree: SHA-256 over one line an entry, {@code <type> <sha256 hex>
 * <path>\n}, sorted by the bytes of the path in UTF-8. The type is {@code f} for a file, {@code x}
 * for an executable one, {@code l} for a link, whose content is the text of its target. Empty
 * directories, times and owners do not count.
 */
public final class TreeDigest {

  /** What every digest of this kind starts with. */
  public static final String PREFIX = "t1:sha256:";

  private final SortedMap<byte[], String> lines = new TreeMap<>(Arrays::compareUnsigned);

  /**
   * Adds an entry.
   *
   * @param sha256 the digest of its content in lower-case hex
   * @throws IllegalArgumentException if the path was added before
   */
  public void add(TreeEntry.Type type, String sha256, String path) {
    String line = type.letter() + " " + sha256 + " " + path + "\n";
    if (lines.put(path.getBytes(StandardCharsets.UTF_8), line) != null) {
      throw new IllegalArgumentException("twice in one tree: " + path);
    }
  }

  /** The lines whose SHA-256 is the digest: a list of everything in the tree. */
  public String lines() {
    return String.join("", lines.values());
  }

  /** {@code t1:sha256:<hex>}. */
  public String value() {
    return of(lines());
  }

  /** The digest that belongs to lines that were made by {@link #lines()}. */
  public static String of(String lines) {
    return PREFIX
        + HexFormat.of().formatHex(sha256().digest(lines.getBytes(StandardCharsets.UTF_8)));
  }

  /** A new SHA-256, which every Java has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a JDK without SHA-256", e);
    }
  }
}
