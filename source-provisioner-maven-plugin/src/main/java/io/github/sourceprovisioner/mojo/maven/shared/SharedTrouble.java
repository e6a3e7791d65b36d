package io.github.sourceprovisioner.mojo.maven.shared;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Redaction;
import java.util.regex.Pattern;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/**
 * Says in the user's words what a repository did. The resolvers agree on few classes, but on words.
 */
record SharedTrouble(SharedAddress address) {

  private static final Pattern REFUSED =
      Pattern.compile(
          "\\b(401|403|407)\\b|unauthori[sz]ed|not authorized|forbidden|authentication failed"
              + "|authorization failed",
          Pattern.CASE_INSENSITIVE);

  private static final int DEEPEST = 10;

  /** Whether the repository answered that it has no such file. */
  static boolean isMiss(Throwable reason) {
    return reason instanceof ArtifactNotFoundException;
  }

  /** The failure for what the resolver said. */
  ProvisioningException of(Throwable reason) {
    Problem problem = Problem.of(firstLine(reason)).because(reason);
    if (isRefused(reason)) {
      return new AccessDenied(
          problem
              .advise("check <server><id>" + address.id() + "</id>…</server> in settings.xml")
              .advise("ask for the right to read and deploy there"));
    }
    return new TransferFailed(
        problem
            .advise("check the URL of the shared repository, and that it answers: " + address.url())
            .advise("run again with -e to see all that it said"));
  }

  private static boolean isRefused(Throwable reason) {
    Throwable step = reason;
    for (int depth = 0; step != null && depth < DEEPEST; depth++) {
      if (step.getMessage() != null && REFUSED.matcher(step.getMessage()).find()) {
        return true;
      }
      step = step.getCause();
    }
    return false;
  }

  private static String firstLine(Throwable reason) {
    String message = reason.getMessage() == null ? "" : reason.getMessage().strip();
    return message.isEmpty()
        ? reason.getClass().getSimpleName()
        : Redaction.redact(message.lines().findFirst().orElse(""));
  }
}
