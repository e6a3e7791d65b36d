package io.github.sourceprovisioner.web.checksum;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file has to be.
 *
 * @param algorithm how it is computed
 * @param hex lower-case
 */
record Digest(Algorithm algorithm, String hex) {

  private static final int BLOCK = 64 * 1024;

  /** The algorithms of go-getter, the weakest first. */
  enum Algorithm {
    MD5("MD5", 32),
    SHA1("SHA-1", 40),
    SHA256("SHA-256", 64),
    SHA512("SHA-512", 128);

    private final String name;
    private final int digits;

    Algorithm(String name, int digits) {
      this.name = name;
      this.digits = digits;
    }

    private static Optional<Algorithm> called(String name) {
      return Arrays.stream(values())
          .filter(one -> one.name().equalsIgnoreCase(name) || one.name.equalsIgnoreCase(name))
          .findFirst();
    }

    private static Optional<Algorithm> of(int digits) {
      return Arrays.stream(values()).filter(one -> one.digits == digits).findFirst();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A digest whose length tells the algorithm; empty if the text is none. */
  static Optional<Digest> bare(String hex) {
    return isHex(hex) ? Algorithm.of(hex.length()).map(a -> of(a, hex)) : Optional.empty();
  }

  /** A digest with the name of its algorithm; empty if they do not fit. */
  static Optional<Digest> named(String algorithm, String hex) {
    return Algorithm.called(algorithm)
        .filter(a -> isHex(hex) && a.digits == hex.length())
        .map(a -> of(a, hex));
  }

  /**
   * Reads a whole file.
   *
   * @param shown its name, for messages
   * @throws IntegrityMismatch if it is another one
   */
  void check(Path file, String shown) throws IOException {
    String found = HexFormat.of().formatHex(digest(file));
    if (!found.equals(hex)) {
      throw new IntegrityMismatch(
          Problem.of("%s has the %s %s, and should have %s".formatted(shown, algorithm, found, hex))
              .advise("find out who changed the file, before you change the checksum"));
    }
  }

  private byte[] digest(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        digest.update(block, 0, count);
      }
    }
    return digest.digest();
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm.name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a JDK without " + algorithm.name, e);
    }
  }

  private static Digest of(Algorithm algorithm, String hex) {
    return new Digest(algorithm, hex.toLowerCase(Locale.ROOT));
  }

  private static boolean isHex(String text) {
    return text.matches("[0-9a-fA-F]+");
  }
}
