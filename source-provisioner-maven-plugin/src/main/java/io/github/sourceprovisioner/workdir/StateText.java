package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.TreeEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a state file: a version, the fingerprint, one line a file. */
final class StateText {

  private static final String VERSION = "source-provisioner workdir 2";
  private static final String FILES = "files: ";

  private StateText() {}

  static List<String> format(WorkdirState state) {
    Fingerprint fingerprint = state.fingerprint();
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    lines.addAll(Header.of(state.id()));
    lines.add("location: " + fingerprint.location());
    lines.add("revision: " + fingerprint.revision());
    lines.add("tree: " + fingerprint.treeHash());
    fingerprint.filters().included().forEach(pattern -> lines.add("included: " + pattern));
    fingerprint.filters().excluded().forEach(pattern -> lines.add("excluded: " + pattern));
    lines.add("provisioned: " + state.provisionedAt());
    lines.add(FILES + state.files().size());
    state.files().forEach(file -> lines.add(line(file)));
    return lines;
  }

  /** The time as a number: a run reads thousands of them. */
  private static String line(OwnedFile file) {
    Instant modified = file.modified();
    return String.join(
        " ",
        String.valueOf(file.type().letter()),
        file.sha256(),
        Long.toString(file.size()),
        modified.getEpochSecond() + "." + modified.getNano(),
        file.path());
  }

  /** The state that lines tell; empty if they were not made by {@link #format}. */
  static Optional<WorkdirState> parse(List<String> lines) {
    try {
      int files = 0;
      while (files < lines.size() && !lines.get(files).startsWith(FILES)) {
        files++;
      }
      if (!lines.get(0).equals(VERSION) || files == lines.size()) {
        return Optional.empty();
      }
      Header header = new Header(lines.subList(1, files + 1));
      List<OwnedFile> owned = new ArrayList<>(lines.size() - files);
      for (String line : lines.subList(files + 1, lines.size())) {
        owned.add(file(line));
      }
      return owned.size() == Integer.parseInt(header.one("files"))
          ? Optional.of(state(header, owned))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static WorkdirState state(Header header, List<OwnedFile> owned) {
    Fingerprint fingerprint =
        new Fingerprint(
            header.one("location"),
            header.one("revision"),
            header.one("tree"),
            new Filters(header.all("included"), header.all("excluded")));
    Instant at = Instant.parse(header.one("provisioned"));
    return new WorkdirState(header.id(), fingerprint, at, owned);
  }

  /** A path that could leave the workdir makes the whole state worthless (CVE-2026-45099). */
  private static OwnedFile file(String line) {
    String[] parts = line.split(" ", 5);
    if (parts.length != 5 || parts[0].length() != 1 || !Inside.holds(parts[4])) {
      throw new IllegalArgumentException("not a line for a file");
    }
    return new OwnedFile(
        TreeEntry.Type.of(parts[0].charAt(0)),
        parts[1],
        Long.parseLong(parts[2]),
        time(parts[3]),
        parts[4]);
  }

  private static Instant time(String text) {
    int dot = text.indexOf('.');
    return Instant.ofEpochSecond(
        Long.parseLong(text, 0, Math.max(0, dot), 10),
        Integer.parseInt(text, dot + 1, text.length(), 10));
  }
}
