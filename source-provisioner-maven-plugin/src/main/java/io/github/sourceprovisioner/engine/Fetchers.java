package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Fetcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who fetches which scheme. */
final class Fetchers {

  private final Map<String, Fetcher> byScheme = new TreeMap<>();
  private final boolean weakChecksums;

  /**
   * Refuses two fetchers of one scheme: the loader's order must not decide.
   *
   * @param weakChecksums whether the user allows checksums that protect against accidents only
   */
  Fetchers(List<Fetcher> fetchers, boolean weakChecksums) {
    this.weakChecksums = weakChecksums;
    for (Fetcher fetcher : fetchers) {
      for (String scheme : fetcher.schemes()) {
        Fetcher other = byScheme.put(scheme, fetcher);
        if (other != null) {
          throw new InvalidStack(
              Problem.of(
                      "two fetchers for the scheme %s: %s and %s"
                          .formatted(
                              scheme, other.getClass().getName(), fetcher.getClass().getName()))
                  .advise("keep only one of them among the plugin's <dependencies>"));
        }
      }
    }
  }

  /** Why nothing installed can fetch the source of a target; empty if something can. */
  Optional<Failure> refusal(Target target) {
    try {
      of(target.location(), target.spec().position());
      return Optional.empty();
    } catch (UnknownSource e) {
      return Optional.of(new Failure(target.id(), "fetching " + target.location(), e));
    }
  }

  /** The fetcher of a location. */
  Fetcher of(SourceLocation location, Position declaredAt) {
    Fetcher fetcher = byScheme.get(location.scheme());
    if (fetcher != null) {
      return weakChecksums && WeakChecksums.concern(location)
          ? new WeakChecksums(fetcher)
          : fetcher;
    }
    throw new UnknownSource(
        Problem.of(location.scheme() + " sources have no fetcher")
            .at(declaredAt)
            .advise("use one of the schemes that work: " + String.join(", ", byScheme.keySet()))
            .advise(
                "add a jar with a Fetcher for %s to the plugin's <dependencies>"
                    .formatted(location.scheme())));
  }
}
