package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceLocation;
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

  /** What is being done, for messages. */
  String doing() {
    return "fetching " + location;
  }

  /** What a ref means does not depend on the directory that is wanted. */
  SourceLocation place() {
    return new SourceLocation(
        location.scheme(),
        location.url(),
        location.ref(),
        "",
        location.archive(),
        location.checksum(),
        location.parameters(),
        location.coordinates());
  }

  /** The rules of the first that wants it. */
  Retry retry() {
    return targets.get(0).spec().retry();
  }

  /** As whom it is asked for: those that say it agree. */
  Requester requester() {
    return targets.stream()
        .map(Target::requester)
        .filter(requester -> !requester.isAnybody())
        .findFirst()
        .orElse(Requester.ANYBODY);
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
}
