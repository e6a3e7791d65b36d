package io.github.sourceprovisioner.builtin;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.spi.ComponentType;
import java.util.Set;

/** Root modules for Terraform and for what is started like it. */
@AutoService(ComponentType.class)
public final class TerraformType implements ComponentType {

  @Override
  public String name() {
    return "terraform";
  }

  /** Before every command that reads the configuration of the directory it runs in. */
  @Override
  public Set<HookEvent> sourceEvents() {
    return SourceEvents.before(
        name(),
        "init",
        "get",
        "validate",
        "plan",
        "apply",
        "destroy",
        "refresh",
        "import",
        "test",
        "console",
        "graph",
        "providers",
        "workspace",
        "state",
        "output",
        "show");
  }
}
