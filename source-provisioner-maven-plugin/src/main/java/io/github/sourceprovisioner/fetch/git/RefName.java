package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import java.util.regex.Pattern;

/**
 * Which words may be sent to a host as the name of a ref: those that {@code git check-ref-format}
 * allows, and no revision expressions. Checked before anything is asked (CVE-2026-4660, GHSA
 * 92mm-2pjq-r785: a ref that was read as an option).
 */
final class RefName {

  private static final Pattern FULL_ID = Pattern.compile("[0-9a-fA-F]{40}");
  private static final Pattern SHORT_ID = Pattern.compile("[0-9a-fA-F]{7,39}");

  /** Control characters, space, and what revision expressions, globs and ref specs are made of. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]");

  private RefName() {}

  /** A word of 40 hex digits is a commit id and nothing else, also if a branch has that name. */
  static boolean isFullId(String ref) {
    return FULL_ID.matcher(ref).matches();
  }

  static boolean isShortId(String ref) {
    return SHORT_ID.matcher(ref).matches();
  }

  /**
   * Refuses what cannot be the name of a ref.
   *
   * @throws InvalidStack if it is an option, an expression or malformed
   */
  static void check(String ref) {
    if (!isWellFormed(ref)) {
      throw new InvalidStack(
          Problem.of("not the name of a git ref: " + printable(ref))
              .advise("write a tag, a branch, a full name (refs/…) or a full commit id"));
    }
  }

  private static boolean isWellFormed(String ref) {
    if (ref.startsWith("-") || ref.endsWith(".") || ref.equals("@") || ref.contains("@{")) {
      return false;
    }
    if (ref.contains("..") || FORBIDDEN.matcher(ref).find()) {
      return false;
    }
    for (String segment : ref.split("/", -1)) {
      if (segment.isEmpty() || segment.startsWith(".") || segment.endsWith(".lock")) {
        return false;
      }
    }
    return true;
  }

  private static String printable(String ref) {
    return ref.replaceAll("\\p{Cntrl}", "?");
  }
}
