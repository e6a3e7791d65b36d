package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the state of every workdir, beside the workdirs and never in them. */
final class Ledger {

  private final Layout layout;

  Ledger(Layout layout) {
    this.layout = layout;
  }

  /** The state of a workdir; empty if there is none, or the file is damaged or of another one. */
  Optional<WorkdirState> read(ComponentId id) throws IOException {
    return read(layout.state(id)).filter(state -> state.id().equals(id));
  }

  /** The state that a file tells; empty as for {@link #read(ComponentId)}. */
  static Optional<WorkdirState> read(Path file) throws IOException {
    return SealedText.read(file).flatMap(StateText::parse);
  }

  void write(WorkdirState state) throws IOException {
    SealedText.write(layout.state(state.id()), StateText.format(state));
  }

  void delete(ComponentId id) throws IOException {
    Path file = layout.state(id);
    Files.deleteIfExists(file);
    Discard.emptyParents(file, layout.states());
  }

  /** Every component that has a state, by type, stack and name. */
  List<ComponentId> all() throws IOException {
    List<ComponentId> ids = new ArrayList<>();
    if (!Files.isDirectory(layout.states())) {
      return ids;
    }
    try (Stream<Path> files = Files.walk(layout.states(), 3)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".state")).toList()) {
        read(file)
            .map(WorkdirState::id)
            .filter(id -> layout.state(id).equals(file))
            .ifPresent(ids::add);
      }
    }
    ids.sort(
        Comparator.comparing(ComponentId::type)
            .thenComparing(ComponentId::stack)
            .thenComparing(ComponentId::name));
    return ids;
  }
}
