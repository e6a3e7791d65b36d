package io.github.sourceprovisioner.model;

/**
 * One file or link of a tree. Directories are implied by paths; empty ones do not exist.
 *
 * @param path relative to the root of the tree, {@code /} between segments
 * @param type what it is
 * @param size its length in bytes (of the target's text in UTF-8, for a link); -1 if not known yet
 */
public record TreeEntry(String path, Type type, long size) {

  /** No file of a tree may have more bytes; far above every real module. */
  public static final long LONGEST = 2L << 30;

  /** What an entry is: all that survives of a file's mode. */
  public enum Type {
    FILE('f'),
    EXECUTABLE('x'),
    LINK('l');

    private final char letter;

    Type(char letter) {
      this.letter = letter;
    }

    /** The letter that stands for the type in the {@code t1} digest. */
    public char letter() {
      return letter;
    }

    /** The type of a letter of the {@code t1} digest. */
    public static Type of(char letter) {
      for (Type type : values()) {
        if (type.letter == letter) {
          return type;
        }
      }
      throw new IllegalArgumentException("no entry type " + letter);
    }
  }
}
