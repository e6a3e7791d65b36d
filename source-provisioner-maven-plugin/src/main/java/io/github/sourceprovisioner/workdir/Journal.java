package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of a workdir that has begun and is not over.
 *
 * @param id whose workdir changes
 * @param task what is done to it
 * @param staging the name of the directory in which the new workdir grew and into which the old one
 *     goes
 * @param keep whether the old workdir is moved aside at the end instead of deleted
 */
record Journal(ComponentId id, Task task, String staging, boolean keep) {

  private static final String VERSION = "source-provisioner journal 1";

  private static final Pattern STAGING = Pattern.compile("[0-9a-f]{2}-[0-9a-f-]{36}");

  /** What is done to a workdir. */
  enum Task {
    REPLACE,
    DELETE
  }

  /** Whether a name is one that we give to a staging directory. */
  static boolean isStaging(String name) {
    return STAGING.matcher(name).matches();
  }

  List<String> format() {
    List<String> lines = new ArrayList<>(List.of(VERSION));
    lines.addAll(Header.of(id));
    lines.add("task: " + task.name().toLowerCase(Locale.ROOT));
    lines.add("staging: " + staging);
    lines.add("keep: " + keep);
    return lines;
  }

  /** The journal that lines tell; empty if they were not made by {@link #format}. */
  static Optional<Journal> parse(List<String> lines) {
    try {
      if (!lines.get(0).equals(VERSION)) {
        return Optional.empty();
      }
      Header header = new Header(lines.subList(1, lines.size()));
      Task task = Task.valueOf(header.one("task").toUpperCase(Locale.ROOT));
      String staging = header.one("staging");
      boolean keep = Boolean.parseBoolean(header.one("keep"));
      return Optional.of(new Journal(header.id(), task, staging, keep))
          .filter(journal -> isStaging(staging));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
