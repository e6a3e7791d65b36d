package io.github.sourceprovisioner.locate;

import java.util.ArrayList;
import java.util.List;

/**
 * The wanted directory below the root of a source. It is taken literally: nothing is decoded, and a
 * glob stays a glob for the fetcher. Stricter than go-getter: {@code ..} is refused even where it
 * would stay inside (CVE-2022-30321, CVE-2026-33748).
 */
final class Subdirectory {

  private Subdirectory() {}

  /** The directory without empty and {@code .} segments; empty means the root. */
  static String clean(String written, Refusals refusals) {
    if (written.indexOf('\\') >= 0) {
      throw refusals.invalid("a backslash in the subdirectory", "separate directories with '/'");
    }
    List<String> segments = new ArrayList<>();
    for (String segment : written.split("/")) {
      if (segment.equals("..")) {
        throw refusals.invalid(
            "'..' in the subdirectory", "name the directory from the root of the source");
      }
      if (segment.startsWith("-")) {
        throw refusals.invalid(
            "a subdirectory that starts with '-'", "rename it or take a directory above it");
      }
      if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  /** Two cleaned directories, one below the other. */
  static String join(String outer, String inner) {
    return outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "/" + inner;
  }
}
