package io.github.sourceprovisioner.builtin;

import io.github.sourceprovisioner.model.HookEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The moments before which a source has to be there. */
final class SourceEvents {

  private SourceEvents() {}

  /** One event before each of the commands of a tool. */
  static Set<HookEvent> before(String type, String... commands) {
    return Arrays.stream(commands)
        .map(command -> new HookEvent(HookEvent.Phase.BEFORE, type, command))
        .collect(Collectors.toUnmodifiableSet());
  }
}
