package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.Optional;

/** Decides what a team shares. Pure. */
final class Shareable {

  private Shareable() {}

  /** Why snapshots of a location are never shared; empty if they may be. */
  static Optional<String> refusal(SourceLocation location) {
    return switch (location.scheme()) {
      case "file" -> Optional.of("it is on this machine");
      case "maven" -> Optional.of("it comes from a Maven repository");
      default -> Optional.empty();
    };
  }

  /** The same, once it is known what the location means and who fetches it. */
  static Optional<String> refusal(Errand errand, Revision revision) {
    boolean here =
        revision.stability() == Stability.LOCAL || errand.fetcher().atHand(errand.location());
    return refusal(errand.location())
        .or(() -> here ? Optional.of("it is on this machine") : Optional.empty());
  }
}
