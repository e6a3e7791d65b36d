package io.github.sourceprovisioner.fetch.oci.manifest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of content by its hash (OCI image specification, "Digests"): the two registered
 * algorithms that are required or recommended, in lower case.
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param hex its digits
 */
public record Digest(String algorithm, String hex) {

  private static final Pattern FORM =
      Pattern.compile("(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128})");

  private static final int SHORT = 12;

  /** The digest that a text is; empty if it is none. */
  public static Optional<Digest> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        form.group(1) == null
            ? new Digest(form.group(3), form.group(4))
            : new Digest(form.group(1), form.group(2)));
  }

  /** The SHA-256 of some bytes. */
  public static Digest sha256(byte[] content) {
    return result("sha256", hasher("SHA-256").digest(content));
  }

  /** What computes a digest of this algorithm. */
  public MessageDigest hasher() {
    return hasher(algorithm.equals("sha512") ? "SHA-512" : "SHA-256");
  }

  /** Whether a hash is this digest. */
  public boolean is(byte[] hash) {
    return equals(result(algorithm, hash));
  }

  /** Whether it is the digest of some bytes. */
  public boolean isOf(byte[] content) {
    return is(hasher().digest(content));
  }

  /** Enough to find it again in a list. */
  public String brief() {
    return algorithm + ":" + hex.substring(0, SHORT);
  }

  /** {@code algorithm:hex}. */
  @Override
  public String toString() {
    return algorithm + ":" + hex;
  }

  private static Digest result(String algorithm, byte[] hash) {
    return new Digest(algorithm, HexFormat.of().formatHex(hash));
  }

  private static MessageDigest hasher(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + name, e);
    }
  }
}
