package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.spi.SharedFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one name that an entry has in any Maven repository: that of its files in the cache, nearly.
 */
final class SharedName {

  /** With the longest extension and the checksums of these, 255 bytes are enough. */
  private static final int LONGEST = 200;

  private static final int HASH_DIGITS = 16;

  /** What Maven and repository managers take for the time of a snapshot. */
  private static final Pattern TIMESTAMP = Pattern.compile("(.*-)?[0-9]{8}\\.[0-9]{6}-[0-9]+");

  private SharedName() {}

  /** The file of an entry with an extension. */
  static SharedFile of(EntryKey key, String extension) {
    String artifact = CacheLayout.artifactName(key);
    String version = version(CacheLayout.revisionName(key));
    return new SharedFile(
        String.join(".", CacheLayout.group(key.coordinates())),
        artifact,
        version,
        classifier(CacheLayout.classifier(key), LONGEST - artifact.length() - version.length()),
        extension);
  }

  /**
   * A snapshot version may mean another file tomorrow, and has other directories. No revision's
   * name ends in one tilde, but the empty one's.
   */
  private static String version(String revision) {
    boolean snapshot = revision.toLowerCase(Locale.ROOT).endsWith("snapshot");
    boolean floating = revision.equals("latest") || revision.equals("release");
    return snapshot || floating || TIMESTAMP.matcher(revision).matches()
        ? revision + "~"
        : revision;
  }

  /** No name of a subdirectory starts with three tildes. */
  private static String classifier(String plain, int room) {
    if (plain.length() <= room) {
      return plain;
    }
    byte[] digest = TreeDigest.sha256().digest(plain.getBytes(StandardCharsets.US_ASCII));
    return "~~~" + HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
  }
}
