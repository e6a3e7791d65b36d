package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.failure.InvalidStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@link LockText} writes, and nothing else: no aliases, tags, multi-line scalars or
 * numbers, so that nobody's YAML library decides what is locked. Blank lines, whole lines of
 * comment, and the line ends of Windows are fine. Used once.
 */
final class LockReader {

  private static final Pattern FIELD =
      Pattern.compile("(?<start> {2}- | {4})(?<name>[A-Za-z]+): (?<value>\".*\")");
  private static final Pattern TOP = Pattern.compile("(?<name>[A-Za-z]+):(?: (?<value>.*))?");
  private static final Pattern CONFLICT = Pattern.compile("(<{7}|>{7}|\\|{7})( .*)?|={7}");

  private final LockTrouble trouble;
  private final List<LockDraft> drafts = new ArrayList<>();
  private boolean versioned;
  private boolean inSources;

  /** A reader of one file. */
  LockReader(LockTrouble trouble) {
    this.trouble = trouble;
  }

  /**
   * The entries.
   *
   * @throws InvalidStack if the text is not one that this version of the plugin can have written
   */
  LockFile read(String text) {
    String[] lines = text.split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
        line(lines[i], i + 1);
      }
    }
    if (!versioned) {
      throw trouble.at(
          1,
          "it has no lockVersion",
          "restore it from version control, or delete it and lock anew");
    }
    return entries();
  }

  private void line(String line, int number) {
    if (CONFLICT.matcher(line).matches()) {
      throw trouble.at(
          number,
          "it holds a merge conflict that nobody resolved",
          "keep the entries of both sides, each source once, and remove the lines of <, = and >");
    }
    Matcher field = FIELD.matcher(line);
    if (inSources && field.matches()) {
      field(field, number);
      return;
    }
    Matcher top = TOP.matcher(line);
    if (!top.matches()) {
      throw strange(number);
    }
    top(top.group("name"), Optional.ofNullable(top.group("value")).orElse(""), number);
  }

  private void field(Matcher field, int number) {
    if (field.group("start").endsWith("- ")) {
      drafts.add(new LockDraft(trouble, number));
    }
    if (drafts.isEmpty()) {
      throw strange(number);
    }
    String value = Unquoted.of(field.group("value")).orElseThrow(() -> strange(number));
    drafts.get(drafts.size() - 1).put(field.group("name"), value, number);
  }

  private void top(String name, String value, int number) {
    if (name.equals("lockVersion") && !versioned) {
      version(Unquoted.of(value).orElseThrow(() -> strange(number)), number);
      return;
    }
    if (!versioned || inSources) {
      throw strange(number);
    }
    if (!name.equals("sources")) {
      throw trouble.newer(number, "the key '" + name + "'");
    }
    if (!value.isEmpty() && !value.equals("[]")) {
      throw strange(number);
    }
    inSources = true;
  }

  private void version(String version, int number) {
    if (!version.equals(LockText.VERSION)) {
      throw trouble.newer(number, "lockVersion \"" + version + "\"");
    }
    versioned = true;
  }

  private LockFile entries() {
    Map<LockKey, LockEntry> all = new HashMap<>();
    for (LockDraft draft : drafts) {
      LockEntry entry = draft.entry();
      LockEntry other = all.put(entry.key(), entry);
      if (other != null && !other.equals(entry)) {
        throw trouble.at(
            draft.line(),
            "it locks " + entry.key() + " twice, to different things",
            "keep the entry that is right, and remove the other one");
      }
    }
    return LockFile.of(all.values());
  }

  private InvalidStack strange(int number) {
    return trouble.at(
        number,
        "it has a line that this plugin does not write",
        "restore it from version control, or delete it and lock anew with source:lock;"
            + " no formatter may touch it");
  }
}
