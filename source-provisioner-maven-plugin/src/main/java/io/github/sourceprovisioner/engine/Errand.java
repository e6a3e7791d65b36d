package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.Fetcher;
import java.time.Duration;
import java.util.List;

/**
 * One distinct location and everybody who wants it: what is fetched at most once a run.
 *
 * @param targets who wants it, in stack order; never empty
 * @param fetcher who brings it
 */
record Errand(SourceLocation location, List<Target> targets, Fetcher fetcher) {

  /** The first that wants it: it lends the retry rules, the credentials and the place to blame. */
  private SourceSpec first() {
    return targets.get(0).spec();
  }

  SourceSpec spec() {
    return first();
  }

  Retry retry() {
    return first().retry();
  }

  Position declaredAt() {
    return first().position();
  }

  /** The shortest time to live that one of them asks for. */
  Duration ttl() {
    return targets.stream().map(Target::ttl).min(Duration::compareTo).orElseThrow();
  }

  /** The longest time that one of them allows. */
  Duration timeout(Duration otherwise) {
    return targets.stream()
        .map(target -> target.settings().timeout().orElse(otherwise))
        .max(Duration::compareTo)
        .orElse(otherwise);
  }

  /** Whether the cache is bypassed for one of them: {@code provision.source.force}. */
  boolean forced() {
    return targets.stream().anyMatch(target -> target.settings().force());
  }
}
