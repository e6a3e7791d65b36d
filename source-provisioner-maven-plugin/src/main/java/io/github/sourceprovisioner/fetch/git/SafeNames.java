package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.git.TreeReader.Entry;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectChecker.ErrorType;

/**
 * Which names a tree may hold: those that every system can write and none takes for something else
 * (CVE-2014-9390, CVE-2023-4759: {@code .GIT}, {@code git~1}, HFS+ look-alikes, two names that
 * differ in case).
 */
final class SafeNames {

  private static final Set<ErrorType> OF_NAMES =
      EnumSet.of(
          ErrorType.HAS_DOT, ErrorType.HAS_DOTDOT, ErrorType.HAS_DOTGIT, ErrorType.FULL_PATHNAME);

  private SafeNames() {}

  /**
   * For what comes from a host: strict about everything but names, which are judged where they are
   * read ({@link #judge}), and lenient about old commits with odd authors.
   */
  static ObjectChecker structure() {
    ObjectChecker checker =
        new ObjectChecker().setAllowInvalidPersonIdent(true).setAllowLeadingZeroFileMode(true);
    OF_NAMES.forEach(type -> checker.setIgnore(type, true));
    return checker;
  }

  private static ObjectChecker strict() {
    return new ObjectChecker()
        .setSafeForWindows(true)
        .setSafeForMacOS(true)
        .setAllowLeadingZeroFileMode(true);
  }

  /**
   * What is wrong with the names of a tree; empty if all are safe.
   *
   * @param tree the raw tree
   * @param directory where it stands, for the message; empty means the root
   * @throws IntegrityMismatch if more than names is wrong
   */
  static Optional<CorruptObjectException> objection(byte[] tree, String directory) {
    try {
      strict().checkTree(tree);
      return Optional.empty();
    } catch (CorruptObjectException names) {
      try {
        structure().checkTree(tree);
        return Optional.of(names);
      } catch (CorruptObjectException e) {
        throw refused(e, directory.isEmpty() ? "the root directory" : directory);
      }
    }
  }

  /**
   * Takes the entries out whose names are not safe.
   *
   * @param entries those of a tree that met an objection
   * @param directory where it stands, with a slash at its end unless it is the root
   * @param unsafe hears of them
   */
  static List<Entry> judge(
      List<Entry> entries, String directory, CorruptObjectException objection, UnsafeNames unsafe) {
    Map<String, List<Entry>> alike = new LinkedHashMap<>();
    entries.forEach(
        entry -> alike.computeIfAbsent(folded(entry.name()), name -> new ArrayList<>()).add(entry));
    List<Entry> safe = new ArrayList<>();
    for (List<Entry> same : alike.values()) {
      for (Entry entry : same) {
        Optional<CorruptObjectException> bad =
            same.size() > 1 ? Optional.of(objection) : objection(entry.name());
        bad.ifPresentOrElse(
            reason -> unsafe.add(directory + entry.name(), reason), () -> safe.add(entry));
      }
    }
    if (safe.size() == entries.size()) {
      unsafe.add(directory, objection);
    }
    return safe;
  }

  private static Optional<CorruptObjectException> objection(String name) {
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    try {
      strict().checkPathSegment(raw, 0, raw.length);
      return Optional.empty();
    } catch (CorruptObjectException e) {
      return Optional.of(e);
    }
  }

  /** One form for what HFS+, APFS or NTFS take for one name. */
  private static String folded(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** The failure for a malformed object. */
  static IntegrityMismatch refused(Exception reason, String where) {
    String why = UnsafeNames.shown(String.valueOf(reason.getMessage()));
    return new IntegrityMismatch(
        Problem.of("the repository holds what is not safe on every system, in " + where)
            .advise("correct it in the repository (" + why + ")")
            .because(reason));
  }
}
