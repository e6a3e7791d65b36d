package com.acme.provisioning;

import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.spi.ComponentType;
import java.util.Set;

/** Components under {@code components.greeting}. */
public final class GreetingType implements ComponentType {

  @Override
  public String name() {
    return "greeting";
  }

  @Override
  public Set<HookEvent> sourceEvents() {
    return Set.of(new HookEvent(HookEvent.Phase.BEFORE, name(), "greet"));
  }
}
