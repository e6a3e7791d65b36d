package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.HookEvent;
import java.io.IOException;
import java.util.Set;

/**
 * A unit of work that runs at hook events, on the goal's thread, in the order of names. Found by
 * {@link java.util.ServiceLoader}. It must be idempotent; an exception stops the component.
 */
public interface Provisioner {

  /** How users and messages name it; unique. */
  String name();

  /** When it runs. */
  Set<HookEvent> events();

  /** Does the work for one component. */
  void provision(HookEvent event, ProvisionContext context)
      throws IOException, InterruptedException;
}
