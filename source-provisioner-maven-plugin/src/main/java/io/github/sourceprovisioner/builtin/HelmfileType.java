package io.github.sourceprovisioner.builtin;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.spi.ComponentType;
import java.util.Set;

/** Releases that Helmfile describes. */
@AutoService(ComponentType.class)
public final class HelmfileType implements ComponentType {

  @Override
  public String name() {
    return "helmfile";
  }

  /**
   * Before every command that reads a {@code helmfile.yaml}; there is no first one as elsewhere.
   */
  @Override
  public Set<HookEvent> sourceEvents() {
    return SourceEvents.before(
        name(),
        "sync",
        "template",
        "diff",
        "apply",
        "destroy",
        "build",
        "deps",
        "fetch",
        "lint",
        "list",
        "status",
        "test",
        "write-values");
  }
}
