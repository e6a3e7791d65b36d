package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether what is known about a location still holds. Pure. */
public final class Freshness {

  /** How long a moving ref is believed if nobody says otherwise. */
  public static final Duration DEFAULT_TTL = Duration.ofHours(1);

  /** How the user wants the network to be used. */
  public enum Mode {
    /** Ask when it is time to. */
    NORMAL,
    /** Ask now ({@code -U}, the update goal). */
    UPDATE,
    /** Never ask ({@code -o}). */
    OFFLINE
  }

  private Freshness() {}

  /**
   * What to do about a location.
   *
   * <ul>
   *   <li>A revision that is {@link Stability#LOCAL} is asked for every time, also offline; so is
   *       one that nothing is known about, unless offline: whether a location can be asked without
   *       a network, its fetcher knows.
   *   <li>One that is {@link Stability#FIXED} is never asked for again.
   *   <li>A {@link Stability#TAG} is asked for again by an update only, or after a refresh.
   *   <li>A {@link Stability#MOVING} one is asked for after its time to live. A check time in the
   *       future proves a wrong clock, not freshness.
   *   <li>An update and a time to live of zero want the truth, so they leave no fallback.
   * </ul>
   *
   * @param ttl empty means {@link #DEFAULT_TTL}; zero or less means that every run asks
   */
  public static Decision decide(
      Optional<KnownRevision> known, Optional<Duration> ttl, Mode mode, Instant now) {
    if (known.isEmpty()) {
      return mode == Mode.OFFLINE ? new Decision.Missing() : new Decision.Ask(Optional.empty());
    }
    Revision revision = known.get().revision();
    return switch (revision.stability()) {
      case LOCAL -> new Decision.Ask(Optional.empty());
      case FIXED -> new Decision.Use(revision);
      case TAG -> tag(known.get(), mode);
      case MOVING -> moving(known.get(), ttl.orElse(DEFAULT_TTL), mode, now);
    };
  }

  private static Decision tag(KnownRevision known, Mode mode) {
    boolean forgotten = known.checkedAt().equals(Instant.EPOCH);
    return switch (mode) {
      case OFFLINE -> new Decision.Use(known.revision());
      case UPDATE -> new Decision.Ask(Optional.empty());
      case NORMAL ->
          forgotten
              ? new Decision.Ask(Optional.of(known.revision()))
              : new Decision.Use(known.revision());
    };
  }

  private static Decision moving(KnownRevision known, Duration ttl, Mode mode, Instant now) {
    if (mode == Mode.OFFLINE) {
      return new Decision.Use(known.revision());
    }
    if (mode == Mode.UPDATE || ttl.isZero() || ttl.isNegative()) {
      return new Decision.Ask(Optional.empty());
    }
    Duration age = Duration.between(known.checkedAt(), now);
    return !age.isNegative() && age.compareTo(ttl) < 0
        ? new Decision.Use(known.revision())
        : new Decision.Ask(Optional.of(known.revision()));
  }
}
