package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.spi.Console;
import java.util.Optional;

/** Judges answers that are others than before, and tells the user of them. */
record Moves(Console console, Policy policy) {

  /** A tag stays what it was first seen to be, unless the goal is to follow it. */
  Revision judge(Errand errand, Revision answer, Optional<Revision> before) {
    Optional<Revision> tag =
        before.filter(b -> b.stability() == Stability.TAG && !b.id().equals(answer.id()));
    tag.ifPresentOrElse(
        old -> warnOfMove(errand, old, answer), () -> tellOfMove(errand, before, answer));
    return policy.acceptMovedTags() ? answer : tag.orElse(answer);
  }

  /**
   * Whether a branch went on or its history was rewritten cannot be known without that history,
   * which is never fetched: so both are told, in the same words.
   */
  private void tellOfMove(Errand errand, Optional<Revision> before, Revision answer) {
    before
        .filter(old -> !old.id().equals(answer.id()))
        .ifPresent(
            old ->
                console.info(
                    "%s moved from %s to %s".formatted(errand.place(), old.id(), answer.id())));
  }

  private void warnOfMove(Errand errand, Revision old, Revision answer) {
    String verdict =
        policy.acceptMovedTags()
            ? "followed"
            : "kept as it was first seen; source:update follows it";
    console.warn(
        "%s: the tag moved from %s to %s, and is %s"
            .formatted(errand.location(), old.id(), answer.id(), verdict));
  }
}
