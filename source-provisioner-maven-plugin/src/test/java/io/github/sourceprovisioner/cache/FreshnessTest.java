package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreshnessTest {

  private static final Optional<Duration> HOUR = Optional.of(Duration.ofHours(1));

  @Test
  void asks_for_what_it_never_heard_of_unless_offline() {
    assertThat(Freshness.decide(Optional.empty(), HOUR, Mode.NORMAL, NOON)).isEqualTo(ask());
    assertThat(Freshness.decide(Optional.empty(), HOUR, Mode.UPDATE, NOON)).isEqualTo(ask());
    assertThat(Freshness.decide(Optional.empty(), HOUR, Mode.OFFLINE, NOON))
        .isEqualTo(new Decision.Missing());
  }

  @ParameterizedTest
  @EnumSource
  void never_asks_again_for_what_is_fixed(Mode mode) {
    assertThat(decide(Stability.FIXED, Duration.ofDays(9999), Duration.ZERO, mode))
        .isEqualTo(use(Stability.FIXED));
  }

  @ParameterizedTest
  @EnumSource
  void always_asks_for_what_is_on_this_machine(Mode mode) {
    assertThat(decide(Stability.LOCAL, Duration.ZERO, Duration.ofDays(1), mode)).isEqualTo(ask());
  }

  @Test
  void asks_for_a_tag_only_in_an_update_or_after_a_refresh() {
    Duration old = Duration.ofDays(9999);
    assertThat(decide(Stability.TAG, old, Duration.ZERO, Mode.NORMAL))
        .isEqualTo(use(Stability.TAG));
    assertThat(decide(Stability.TAG, old, Duration.ZERO, Mode.OFFLINE))
        .isEqualTo(use(Stability.TAG));
    assertThat(decide(Stability.TAG, Duration.ZERO, Duration.ofDays(1), Mode.UPDATE))
        .isEqualTo(ask());
    Optional<KnownRevision> refreshed = known(Stability.TAG, Instant.EPOCH);
    assertThat(Freshness.decide(refreshed, HOUR, Mode.NORMAL, NOON))
        .isEqualTo(new Decision.Ask(Optional.of(revision(Stability.TAG))));
    assertThat(Freshness.decide(refreshed, HOUR, Mode.OFFLINE, NOON)).isEqualTo(use(Stability.TAG));
  }

  @Test
  void believes_a_branch_for_its_time_to_live() {
    Duration hour = Duration.ofHours(1);
    assertThat(decide(Stability.MOVING, hour.minusMillis(1), hour, Mode.NORMAL))
        .isEqualTo(use(Stability.MOVING));
    assertThat(decide(Stability.MOVING, hour, hour, Mode.NORMAL)).isEqualTo(askWithFallback());
    assertThat(decide(Stability.MOVING, Duration.ofDays(999), hour, Mode.OFFLINE))
        .isEqualTo(use(Stability.MOVING));
    assertThat(decide(Stability.MOVING, Duration.ZERO, hour, Mode.UPDATE)).isEqualTo(ask());
    assertThat(
            Freshness.decide(
                known(Stability.MOVING, NOON), Optional.empty(), Mode.NORMAL, NOON.plus(hour)))
        .isEqualTo(askWithFallback());
  }

  @Test
  void takes_a_check_in_the_future_for_a_wrong_clock() {
    assertThat(decide(Stability.MOVING, Duration.ofDays(-1), Duration.ofDays(9999), Mode.NORMAL))
        .isEqualTo(askWithFallback());
  }

  @Test
  void a_time_to_live_of_zero_wants_the_truth_or_nothing() {
    assertThat(decide(Stability.MOVING, Duration.ZERO, Duration.ZERO, Mode.NORMAL))
        .isEqualTo(ask());
    assertThat(decide(Stability.MOVING, Duration.ZERO, Duration.ofHours(-1), Mode.NORMAL))
        .isEqualTo(ask());
  }

  @Test
  void survives_a_time_to_live_without_end() {
    assertThat(decide(Stability.MOVING, Duration.ofDays(9), maximum(), Mode.NORMAL))
        .isEqualTo(use(Stability.MOVING));
  }

  private static Duration maximum() {
    return Duration.ofSeconds(Long.MAX_VALUE);
  }

  private static Decision decide(Stability stability, Duration age, Duration ttl, Mode mode) {
    return Freshness.decide(known(stability, NOON.minus(age)), Optional.of(ttl), mode, NOON);
  }

  private static Optional<KnownRevision> known(Stability stability, Instant checkedAt) {
    return Optional.of(new KnownRevision(revision(stability), checkedAt));
  }

  private static Revision revision(Stability stability) {
    return new Revision("abc", stability, Optional.of("refs/x"));
  }

  private static Decision use(Stability stability) {
    return new Decision.Use(revision(stability));
  }

  private static Decision ask() {
    return new Decision.Ask(Optional.empty());
  }

  private static Decision askWithFallback() {
    return new Decision.Ask(Optional.of(revision(Stability.MOVING)));
  }
}
