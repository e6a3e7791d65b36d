package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the {@code checksum} of a location promises about the bytes of the file. */
public final class Checksums {

  /** What starts the place of a checksum file. */
  public static final String FILE = "file:";

  private static final Set<String> STRONG = Set.of("sha256", "sha512");
  private static final Map<String, String> WEAK = Map.of("md5", "MD5", "sha1", "SHA-1");
  private static final int SHA512_DIGITS = 128;

  private Checksums() {}

  /**
   * The revision that a checksum names; empty if it stands in a file of its own.
   *
   * @throws InvalidStack if somebody could make another file with the same checksum
   */
  public static Optional<Revision> pin(String checksum) {
    if (checksum.startsWith(FILE)) {
      return Optional.empty();
    }
    String type = type(checksum);
    if (!STRONG.contains(type)) {
      throw new InvalidStack(
          Problem.of("a checksum of " + type + " protects against nothing any more")
              .advise("write checksum=sha256:<64 hex digits>, as sha256sum prints it")
              .advise("allow it with -Dsource.allowWeakChecksums=true"));
    }
    String digits = checksum.substring(checksum.indexOf(':') + 1);
    return Optional.of(new Revision(digits, Revision.Stability.FIXED, Optional.empty()));
  }

  /** Whether a checksum is of a kind for which somebody could make another file. */
  public static boolean isWeak(String checksum) {
    return WEAK.containsKey(type(checksum));
  }

  /**
   * The digest of a file of the kind that a weak checksum has, with the name of that kind.
   *
   * @param checksum one that {@link #isWeak}
   */
  public static String weakOf(String checksum, Path file) throws IOException {
    String type = type(checksum);
    return type + ":" + of(Objects.requireNonNull(WEAK.get(type)), file);
  }

  private static String type(String checksum) {
    return checksum.substring(0, checksum.indexOf(':'));
  }

  /** The digest of a file of the kind that an expected one has, in lower-case hex. */
  public static String like(String expected, Path file) throws IOException {
    return of(expected.length() == SHA512_DIGITS ? "SHA-512" : "SHA-256", file);
  }

  /** The SHA-256 of a file in lower-case hex; its last segment is not followed if it is a link. */
  public static String sha256(Path file) throws IOException {
    return of("SHA-256", file);
  }

  private static String of(String algorithm, Path file) throws IOException {
    MessageDigest digest = digest(algorithm);
    byte[] block = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
