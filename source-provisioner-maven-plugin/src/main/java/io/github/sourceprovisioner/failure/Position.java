package io.github.sourceprovisioner.failure;

import org.jspecify.annotations.Nullable;

/**
 * Where a value was written.
 *
 * @param file the file as a user would name it: relative to the project where that is possible
 * @param line counted from 1; 0 means that the value has no line of its own (an environment
 *     variable, a parameter)
 * @param column counted from 1; 0 as for {@code line}
 */
public record Position(String file, int line, int column) {

  /** The place of a value that comes from a file as a whole, or from no file at all. */
  public static Position of(String origin) {
    return new Position(origin, 0, 0);
  }

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position that
        && line == that.line
        && column == that.column
        && file.equals(that.file);
  }

  @Override
  public int hashCode() {
    return (file.hashCode() * 31 + line) * 31 + column;
  }

  /** {@code file:line:column}, without the parts that are 0. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return line == 0 || column == 0 ? place : place + ":" + column;
  }
}
