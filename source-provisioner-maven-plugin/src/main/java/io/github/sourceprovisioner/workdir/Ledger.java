package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps the state of every workdir, beside the workdirs and never in them. */
final class Ledger {

  private final Layout layout;
  private final Map<Path, Memory> memories = new ConcurrentHashMap<>();

  /**
   * A state that was read before, for as long as there is room for it. A run asks for every state
   * several times.
   */
  private record Memory(FileLook look, SoftReference<WorkdirState> state) {}

  Ledger(Layout layout) {
    this.layout = layout;
  }

  /** The state of a workdir; empty if there is none, or the file is damaged or of another one. */
  Optional<WorkdirState> read(ComponentId id) throws IOException {
    Path file = layout.state(id);
    Optional<FileLook> look = FileLook.at(file);
    if (look.isEmpty()) {
      return Optional.empty();
    }
    Optional<WorkdirState> known = remembered(file, look.get());
    if (known.isPresent()) {
      return known;
    }
    Optional<WorkdirState> state = read(file).filter(s -> s.id().equals(id));
    // One that was replaced meanwhile has another look by now, and is read again.
    state.ifPresent(s -> memories.put(file, new Memory(look.get(), new SoftReference<>(s))));
    return state;
  }

  private Optional<WorkdirState> remembered(Path file, FileLook look) {
    return Optional.ofNullable(memories.get(file))
        .filter(memory -> memory.look().equals(look))
        .map(memory -> memory.state().get());
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
