package io.github.sourceprovisioner.hook;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisionerFailed;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.Provisioner;
import java.util.Map;
import java.util.function.Function;

/** Says which provisioner failed, at which event and for which component. */
record Blame(Provisioner provisioner, HookEvent event, Component component) {

  private static final Map<Class<?>, Function<Problem, ProvisioningException>> KINDS =
      Map.of(
          InvalidStack.class, InvalidStack::new,
          UnknownSource.class, UnknownSource::new,
          SourceNotFound.class, SourceNotFound::new,
          AccessDenied.class, AccessDenied::new,
          TransferFailed.class, TransferFailed::new,
          IntegrityMismatch.class, IntegrityMismatch::new,
          CacheUnusable.class, CacheUnusable::new,
          WorkdirModified.class, WorkdirModified::new,
          ProvisionerFailed.class, ProvisionerFailed::new);

  /** The failure, of the same kind and with the same advice, in its context. */
  ProvisioningException enrich(ProvisioningException failure) {
    Problem inContext =
        Problem.of(failed() + ": " + failure.problem().message())
            .at(failure.position().orElse(component.position()))
            .because(failure);
    for (String advice : failure.advice()) {
      inContext = inContext.advise(advice);
    }
    return KINDS.getOrDefault(failure.getClass(), ProvisionerFailed::new).apply(inContext);
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
