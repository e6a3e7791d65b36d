package io.github.sourceprovisioner.archive.entry;

/**
 * One entry as an archive tells it; nothing in it can be trusted.
 *
 * @param name as it stands in the archive, without the slash that ends the name of a directory; a
 *     byte that is no UTF-8 is U+FFFD
 * @param kind what it claims to be
 * @param size the bytes of its content (of the target's text, for a link); 0 or more
 * @param objection why it is refused whatever its name is; empty if it is not
 */
public record Entry(String name, Kind kind, long size, String objection) {

  /** What an entry is. Whatever is none of these is refused. */
  public enum Kind {
    FILE,
    EXECUTABLE,
    LINK,
    DIRECTORY,
    REFUSED
  }

  /** An entry of a kind that is known. */
  public static Entry of(String name, Kind kind, long size) {
    return new Entry(name, kind, size, "");
  }

  /** An entry that no tree may have. */
  public static Entry refused(String name, String objection) {
    return new Entry(name, Kind.REFUSED, 0, objection);
  }
}
