package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Keeps the changes that are in progress. Beside a journal lie the state before the change and the
 * state after it; the one after it moves to its place when the change is done, so that its presence
 * tells which of the two holds.
 */
final class Journals {

  private static final String JOURNAL = ".journal";
  private static final String BEFORE = ".before";
  private static final String AFTER = ".after";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.(journal|before|after)");

  private final Layout layout;

  Journals(Layout layout) {
    this.layout = layout;
  }

  /** Begins a change: from here on it is finished or rolled back, whatever happens. */
  void begin(Journal journal, Optional<WorkdirState> before, WorkdirState after)
      throws IOException {
    String key = layout.key(journal.id());
    drop(key);
    if (before.isPresent()) {
      SealedText.write(file(key, BEFORE), StateText.format(before.get()));
    }
    SealedText.write(file(key, AFTER), StateText.format(after));
    SealedText.write(file(key, JOURNAL), journal.format());
  }

  /** The change of a workdir that is in progress, if there is one. */
  Optional<Journal> read(String key) throws IOException {
    return SealedText.read(file(key, JOURNAL))
        .flatMap(Journal::parse)
        .filter(journal -> layout.key(journal.id()).equals(key));
  }

  /** Whether there may be a change in progress: costs one look at the disk. */
  boolean mayHave(ComponentId id) {
    return Files.exists(file(layout.key(id), JOURNAL), LinkOption.NOFOLLOW_LINKS);
  }

  /** What the plugin had written before the change. */
  List<OwnedFile> before(Journal journal) throws IOException {
    return Ledger.read(file(layout.key(journal.id()), BEFORE))
        .map(WorkdirState::files)
        .orElse(List.of());
  }

  /** The state that will hold after the change; empty if it holds already. */
  Optional<WorkdirState> after(Journal journal) throws IOException {
    return Ledger.read(file(layout.key(journal.id()), AFTER));
  }

  /** Makes the state after the change the one that holds. */
  void commit(Journal journal) throws IOException {
    Path state = layout.state(journal.id());
    Modes.parents(state);
    Files.move(
        file(layout.key(journal.id()), AFTER),
        state,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Ends a change. The journal goes last, so that a stop in between changes nothing. */
  void drop(String key) throws IOException {
    Files.deleteIfExists(file(key, AFTER));
    Files.deleteIfExists(file(key, BEFORE));
    Files.deleteIfExists(file(key, JOURNAL));
  }

  /** The keys of all changes that have left files. */
  List<String> keys() throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    if (!Files.isDirectory(layout.journals())) {
      return List.of();
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(layout.journals())) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (NAME.matcher(name).matches()) {
          keys.add(name.substring(0, name.indexOf('.')));
        }
      }
    }
    return List.copyOf(keys);
  }

  private Path file(String key, String suffix) {
    return layout.journals().resolve(key + suffix);
  }
}
