package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.lock.LockMode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run may do.
 *
 * @param goal the goal's name, which is also the command of its hook events
 * @param mode when hosts are asked what a ref means
 * @param acceptMovedTags whether a tag that points elsewhere than before is followed
 * @param force whether workdirs are written though they are up to date or edited
 * @param dryRun whether only to say what would be done
 * @param ttl how long a mutable ref is believed where nothing closer to the source says it
 * @param timeout for one source
 * @param allowInsecure whether plain transports are allowed beyond this machine
 * @param lock what the user says of the lock file; empty leaves it to the machine
 */
public record Policy(
    String goal,
    Freshness.Mode mode,
    boolean acceptMovedTags,
    boolean force,
    boolean dryRun,
    Optional<Duration> ttl,
    Duration timeout,
    boolean allowInsecure,
    Optional<LockMode> lock) {

  /** Whether a workdir is written though it is up to date or edited. */
  boolean forces(Target target) {
    return force || target.settings().force();
  }

  /** When the host of an errand is asked: offline only if that needs no network. */
  Freshness.Mode modeFor(Errand errand) {
    return mode == Freshness.Mode.OFFLINE && errand.fetcher().local(errand.location())
        ? Freshness.Mode.NORMAL
        : mode;
  }

  /** Whether the host of an errand may be asked at all. */
  boolean mayAsk(Errand errand) {
    return modeFor(errand) != Freshness.Mode.OFFLINE;
  }

  /** Whether an errand may be run at all: offline also if its content may be at hand. */
  boolean mayFetch(Errand errand) {
    return mayAsk(errand) || errand.fetcher().atHand(errand.location());
  }

  /** The policy of goals that only look. */
  static final Policy ASK_NOTHING =
      new Policy(
          "list",
          Freshness.Mode.OFFLINE,
          false,
          false,
          true,
          Optional.empty(),
          Duration.ofMinutes(5),
          false,
          Optional.empty());
}
