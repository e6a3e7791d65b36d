package io.github.sourceprovisioner.builtin;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.spi.ComponentType;
import java.util.Set;

/** Machine images that Packer builds. */
@AutoService(ComponentType.class)
public final class PackerType implements ComponentType {

  @Override
  public String name() {
    return "packer";
  }

  /** Before every command that reads a template. */
  @Override
  public Set<HookEvent> sourceEvents() {
    return SourceEvents.before(name(), "init", "validate", "inspect", "build", "console");
  }
}
