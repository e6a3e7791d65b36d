package io.github.sourceprovisioner.hook;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.spi.ProvisionContext;
import io.github.sourceprovisioner.spi.Provisioner;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the provisioners of a hook event, on the calling thread and in the order of their names. */
public final class Hooks {

  private final SortedMap<String, Provisioner> byName = new TreeMap<>();

  /**
   * The provisioners of a run, in any order.
   *
   * @throws InvalidStack if two of them have one name
   */
  public Hooks(List<Provisioner> provisioners) {
    for (Provisioner next : provisioners) {
      Provisioner other = byName.putIfAbsent(next.name(), next);
      if (other != null) {
        throw twice(other, next);
      }
    }
  }

  /**
   * Runs every provisioner that the event concerns. The first one that fails ends it.
   *
   * @throws ProvisioningException what the provisioner threw, of the same kind, with the
   *     provisioner, the event and the component in its message; {@link
   *     io.github.sourceprovisioner.failure.ProvisionerFailed} for what is not of this house
   */
  public void fire(HookEvent event, ProvisionContext context) throws InterruptedException {
    for (Provisioner provisioner : byName.values()) {
      run(provisioner, event, context);
    }
  }

  private static void run(Provisioner provisioner, HookEvent event, ProvisionContext context)
      throws InterruptedException {
    try {
      if (provisioner.events().contains(event)) {
        provisioner.provision(event, context);
      }
    } catch (ProvisioningException e) {
      throw new Blame(provisioner, event, context.component()).enrich(e);
    } catch (IOException | RuntimeException | LinkageError e) {
      // A linkage error is what an extension for another version of the plugin ends with.
      throw new Blame(provisioner, event, context.component()).wrap(e);
    }
  }

  private static InvalidStack twice(Provisioner one, Provisioner other) {
    String first = one.getClass().getName();
    String second = other.getClass().getName();
    return new InvalidStack(
        Problem.of("two provisioners are named " + one.name() + ": " + first + " and " + second)
            .advise("remove the jar of one of them from the <dependencies> of the plugin"));
  }
}
