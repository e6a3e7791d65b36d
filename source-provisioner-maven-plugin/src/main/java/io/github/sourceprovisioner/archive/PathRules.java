package io.github.sourceprovisioner.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for one path of a tree. They are the same on every system, so that a source that works
 * here works for a colleague. What git itself refuses: CVE-2014-9390, CVE-2019-1352.
 */
final class PathRules {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 4096;

  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\\..*)?", Pattern.DOTALL);

  /** What HFS+ skips when it compares names. */
  private static final Pattern IGNORED_BY_HFS =
      Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");

  private static final Pattern GIT = Pattern.compile("(\\.git|git~[0-9]+)[. ]*");

  private PathRules() {}

  /** Why the path is refused, in a few words; empty if it may stay. */
  static Optional<String> breach(String path) {
    if (path.startsWith("/")) {
      return Optional.of("absolute");
    }
    if (utf8Length(path) > LONGEST_PATH) {
      return Optional.of("path longer than " + LONGEST_PATH + " bytes");
    }
    for (String name : path.split("/", -1)) {
      Optional<String> breach = nameBreach(name);
      if (breach.isPresent()) {
        return breach;
      }
    }
    return representable(path) ? Optional.empty() : Optional.of("cannot be written here");
  }

  private static Optional<String> nameBreach(String name) {
    if (name.isEmpty()) {
      return Optional.of("empty name");
    }
    if (name.equals(".") || name.equals("..")) {
      return Optional.of("relative segment");
    }
    if (name.codePoints().anyMatch(PathRules::isControl)) {
      return Optional.of("control character");
    }
    if (utf8Length(name) > LONGEST_NAME) {
      return Optional.of("name longer than " + LONGEST_NAME + " bytes");
    }
    return meaningElsewhere(name);
  }

  /** What is an ordinary name on Linux, and something else on Windows, macOS or to git. */
  private static Optional<String> meaningElsewhere(String name) {
    String lower = IGNORED_BY_HFS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    if (name.indexOf('\\') >= 0) {
      return Optional.of("backslash");
    }
    if (name.indexOf(':') >= 0) {
      return Optional.of("colon");
    }
    if (GIT.matcher(lower).matches()) {
      return Optional.of("a name of git's own directory");
    }
    if (DEVICE.matcher(lower).matches()) {
      return Optional.of("reserved on Windows");
    }
    return name.endsWith(".") || name.endsWith(" ")
        ? Optional.of("dot or space at the end")
        : Optional.empty();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** U+FFFD is what decoders leave behind: the real name is lost. */
  private static boolean representable(String path) {
    try {
      return path.indexOf('\ufffd') < 0
          && !FileSystems.getDefault().getPath(path).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
