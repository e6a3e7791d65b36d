package io.github.sourceprovisioner.web.checksum;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file has to be: its SHA-256 or its SHA-512.
 *
 * @param hex lower-case; 64 digits of SHA-256 or 128 of SHA-512
 */
record Digest(String hex) {

  private static final int SHA256_DIGITS = 64;
  private static final int SHA512_DIGITS = 128;
  private static final int BLOCK = 64 * 1024;

  /** The digest that a text is; empty if it is none, or a weak one. */
  static Optional<Digest> of(String text) {
    boolean whole = text.length() == SHA256_DIGITS || text.length() == SHA512_DIGITS;
    return whole && text.matches("[0-9a-fA-F]+")
        ? Optional.of(new Digest(text.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /**
   * Reads a whole file.
   *
   * @throws IntegrityMismatch if it is another one
   */
  void check(Path file) throws IOException {
    String found = HexFormat.of().formatHex(digest(file));
    if (!found.equals(hex)) {
      throw new IntegrityMismatch(
          Problem.of("the file has the checksum " + found + " instead of " + hex)
              .advise("compare it with what the publisher says; do not use it if they differ")
              .advise("change the parameter 'checksum' if the file was replaced on purpose"));
    }
  }

  private byte[] digest(Path file) throws IOException {
    MessageDigest digest = newDigest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        digest.update(block, 0, count);
      }
    }
    return digest.digest();
  }

  private MessageDigest newDigest() {
    String algorithm = hex.length() == SHA512_DIGITS ? "SHA-512" : "SHA-256";
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a JDK without " + algorithm, e);
    }
  }
}
