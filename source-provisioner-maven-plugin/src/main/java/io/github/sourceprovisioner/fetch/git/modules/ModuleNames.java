package io.github.sourceprovisioner.fetch.git.modules;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which names and paths an entry of {@code .gitmodules} may have. Nothing here is ever used as the
 * name of a file, but what git refuses after its advisories is refused as well (CVE-2018-11235,
 * CVE-2018-17456, CVE-2019-1387, CVE-2025-48384).
 */
final class ModuleNames {

  /** Also what NTFS makes of it: a short name, a stream, dots and spaces at the end. */
  private static final Pattern DOT_GIT = Pattern.compile("(\\.git|git~[0-9]+)[. ]*(:.*)?");

  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  private ModuleNames() {}

  /**
   * Refuses a name that could lead out of a directory.
   *
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if it is not safe
   */
  static void checkName(String name) {
    if (name.isEmpty()) {
      throw Hostile.file("an entry has no name");
    }
    if (Hostile.hasControl(name)) {
      throw Hostile.file("a control character in the name " + Hostile.shown(name));
    }
    for (String segment : SEPARATOR.split(name, -1)) {
      if (segment.equals("..")) {
        throw Hostile.file("the name " + Hostile.shown(name) + " leads upwards");
      }
    }
  }

  /**
   * Refuses a path that is not plainly below the root of the repository.
   *
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if it is not safe
   */
  static void checkPath(String path) {
    if (Hostile.hasControl(path)) {
      throw Hostile.file("a control character in the path " + Hostile.shown(path));
    }
    if (path.startsWith("-") || path.contains("\\") || DRIVE.matcher(path).matches()) {
      throw unsafe(path);
    }
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || isDotGit(segment)) {
        throw unsafe(path);
      }
    }
  }

  private static boolean isDotGit(String segment) {
    return DOT_GIT.matcher(segment.toLowerCase(Locale.ROOT)).matches();
  }

  private static RuntimeException unsafe(String path) {
    return Hostile.file("the path " + Hostile.shown(path) + " is not plainly below the root");
  }
}
