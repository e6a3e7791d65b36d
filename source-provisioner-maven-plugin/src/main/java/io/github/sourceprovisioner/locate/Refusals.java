package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SourceSpec;

/**
 * Says no to a source: every refusal shows the source without its secrets and the place where it is
 * written.
 */
record Refusals(SourceSpec spec) {

  /**
   * A refusal to throw.
   *
   * @param what what is wrong, as a phrase that "in the source …" can follow; never a secret
   * @param advice what to write instead
   */
  InvalidStack invalid(String what, String advice) {
    return new InvalidStack(
        Problem.of(what + " in the source '" + Redaction.redact(spec.uri()) + "'")
            .at(spec.position())
            .advise(advice));
  }
}
