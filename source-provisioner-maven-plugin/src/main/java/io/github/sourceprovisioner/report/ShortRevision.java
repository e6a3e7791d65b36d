package io.github.sourceprovisioner.report;

/** Enough of a revision for people to tell two apart. */
final class ShortRevision {

  private static final int LENGTH = 12;

  private ShortRevision() {}

  /** Twelve characters, counted after the name of a digest's algorithm, which is left out. */
  static String of(String revision) {
    String id = revision.substring(revision.indexOf(':') + 1);
    return id.codePointCount(0, id.length()) <= LENGTH
        ? id
        : id.substring(0, id.offsetByCodePoints(0, LENGTH));
  }
}
