package io.github.sourceprovisioner.hook;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisionerFailed;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.Provisioner;

/** Says which provisioner failed, at which event and for which component. */
record Blame(Provisioner provisioner, HookEvent event, Component component) {

  /** The failure, of the same kind and with the same advice, in its context. */
  ProvisioningException enrich(ProvisioningException failure) {
    Problem inContext =
        Problem.of(failed() + ": " + failure.problem().message())
            .at(failure.position().orElse(component.position()))
            .because(failure);
    for (String advice : failure.advice()) {
      inContext = inContext.advise(advice);
    }
    return failure.with(inContext);
  }

  /** A failure for what a provisioner throws without knowing this house. */
  ProvisionerFailed wrap(Throwable reason) {
    return new ProvisionerFailed(
        Problem.of(failed() + ": " + firstLine(reason))
            .at(component.position())
            .advise("check what " + component.id() + " configures for " + provisioner.name())
            .advise(
                "run again with -e to see where " + provisioner.getClass().getName() + " failed")
            .because(reason));
  }

  private String failed() {
    return "provisioner " + provisioner.name() + " failed at " + event + " for " + component.id();
  }

  /** The kind belongs to it, since the message of a file system exception is often just a path. */
  private static String firstLine(Throwable reason) {
    String kind = reason.getClass().getSimpleName();
    String message = reason.getMessage();
    if (message == null || message.isBlank()) {
      return kind;
    }
    String line = message.strip().lines().findFirst().orElse("").strip();
    String open = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return kind + ": " + Redaction.redact(open);
  }
}
