package io.github.sourceprovisioner.hook;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.spi.ProvisionContext;
import io.github.sourceprovisioner.spi.Provisioner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Provisioners that tell what they did or fail as told, and a component for them. */
final class Rehearsal {

  static final HookEvent INIT = new HookEvent(HookEvent.Phase.BEFORE, "terraform", "init");
  static final HookEvent PLAN = new HookEvent(HookEvent.Phase.BEFORE, "terraform", "plan");
  static final Position DECLARED = new Position("src/main/stacks/dev.yaml", 14, 3);
  static final String FAILED = "provisioner backend failed at before.terraform.init for dev/vpc: ";

  private Rehearsal() {}

  static Provisioner recording(String name, List<String> calls) {
    return new Recording(name, Set.of(INIT), calls);
  }

  static Provisioner failing(String name, Throwable reason) {
    return new Failing(name, reason);
  }

  static ProvisionContext context() {
    Component component =
        new Component(
            new ComponentId("terraform", "dev", "vpc"),
            MapValue.empty(DECLARED),
            true,
            "vpc",
            DECLARED,
            Optional.empty());
    return new ProvisionContext(component, Path.of("target"), new RecordingConsole());
  }

  record Recording(String name, Set<HookEvent> events, List<String> calls) implements Provisioner {
    @Override
    public void provision(HookEvent event, ProvisionContext context) {
      calls.add(name);
    }
  }

  record Failing(String name, Throwable reason) implements Provisioner {
    @Override
    public Set<HookEvent> events() {
      return Set.of(INIT);
    }

    @Override
    public void provision(HookEvent event, ProvisionContext context)
        throws IOException, InterruptedException {
      if (reason instanceof IOException broken) {
        throw broken;
      }
      if (reason instanceof InterruptedException stop) {
        throw stop;
      }
      if (reason instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) reason;
    }
  }

  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
