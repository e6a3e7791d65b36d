package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.model.ArchiveName;
import io.github.sourceprovisioner.model.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the lock file knows a source by: all that decides which tree it means, but for its filters.
 * Two components with one source have one entry.
 *
 * @param uri the canonical URL without secrets, with the parameters that make another tree
 * @param path the directory below the root; empty means the root
 * @param version what was asked for; empty means the default
 */
public record LockKey(String uri, String path, String version) implements Comparable<LockKey> {

  private static final Comparator<LockKey> ORDER =
      Comparator.comparing(LockKey::uri)
          .thenComparing(LockKey::path)
          .thenComparing(LockKey::version);

  /** The key of a location. Equal keys mean equal trees at equal revisions. */
  public static LockKey of(SourceLocation location) {
    return new LockKey(
        place(location) + parameters(location), location.subdir(), location.ref().orElse(""));
  }

  @Override
  public int compareTo(LockKey other) {
    return ORDER.compare(this, other);
  }

  /** How messages name it. */
  @Override
  public String toString() {
    return uri + (path.isEmpty() ? "" : "//" + path) + (version.isEmpty() ? "" : "@" + version);
  }

  /** The scheme stands before the URL where the URL does not show it. */
  private static String place(SourceLocation location) {
    String scheme = location.scheme();
    String url = location.url();
    boolean shown =
        url.startsWith(scheme + ":") || (scheme.equals("http") && url.startsWith("https:"));
    return shown ? url : scheme + "::" + url;
  }

  private static String parameters(SourceLocation location) {
    Map<String, String> all = new TreeMap<>(location.parameters());
    archive(location).ifPresent(format -> all.put("archive", format));
    location.checksum().ifPresent(checksum -> all.put("checksum", checksum));
    StringBuilder query = new StringBuilder();
    char separator = location.url().indexOf('?') < 0 ? '?' : '&';
    for (Map.Entry<String, String> one : all.entrySet()) {
      query.append(separator).append(encoded(one.getKey()));
      query.append('=').append(encoded(one.getValue()));
      separator = '&';
    }
    return query.toString();
  }

  /** The format says something only where it is not the one that the name shows. */
  private static Optional<String> archive(SourceLocation location) {
    String name = location.url().replaceFirst("\\?.*", "");
    return location.archive().equals(ArchiveName.format(name))
        ? Optional.empty()
        : Optional.of(location.archive().orElse("false"));
  }

  /** What would end a value or begin another one is escaped as in URIs (RFC 3986, 2.1). */
  private static String encoded(String text) {
    StringBuilder safe = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (c <= ' ' || c >= 0x7f || "%&=?#\"\\".indexOf(c) >= 0) {
        safe.append("%%%02X".formatted((int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
