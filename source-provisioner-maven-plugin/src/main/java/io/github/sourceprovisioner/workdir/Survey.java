package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.ComponentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Looks at many workdirs side by side. What goes wrong with one of them is left to whoever asks for
 * that one.
 */
public final class Survey {

  /** Fewer are not worth other threads. */
  private static final int MANY = 32;

  private final Workdirs workdirs;

  /** Looks at nothing yet. */
  public Survey(Workdirs workdirs) {
    this.workdirs = workdirs;
  }

  /** Reads the states, so that the calls of {@link Workdirs} that follow need not. */
  public void states(Collection<ComponentId> ids) {
    forEach(ids, workdirs::state);
  }

  /**
   * What {@link Workdirs#edited} says, for as many of the workdirs as is worth it; the others are
   * to be asked for one by one.
   */
  public Map<ComponentId, List<String>> edits(Collection<ComponentId> ids) {
    Map<ComponentId, List<String>> edits = new ConcurrentHashMap<>();
    forEach(ids, id -> edits.put(id, workdirs.edited(id)));
    return edits;
  }

  private static void forEach(Collection<ComponentId> ids, Consumer<ComponentId> look) {
    if (ids.size() >= MANY) {
      ids.parallelStream().forEach(id -> look(id, look));
    }
  }

  private static void look(ComponentId id, Consumer<ComponentId> look) {
    try {
      look.accept(id);
    } catch (ProvisioningException saidLater) {
      // Whoever asks for this one hears of it.
    }
  }
}
