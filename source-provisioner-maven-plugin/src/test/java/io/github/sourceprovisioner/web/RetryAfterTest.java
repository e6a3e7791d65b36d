package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"2, 2", "' 120 ', 120", "86400, 86400", "0, 0", "999999999, 999999999"})
  void secondsAreSeconds(String value, long seconds) {
    assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void aDateIsCountedFromNow() {
    assertThat(RetryAfter.parse("Sat, 21 Nov 2026 10:02:00 GMT", NOW))
        .contains(Duration.ofMinutes(2));
  }

  @Test
  void aDateThatHasPassedMeansAtOnce() {
    assertThat(RetryAfter.parse("Fri, 20 Nov 2026 10:02:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-5", "1.5", "99999999999999999999", "2026-11-21T10:02:00Z", "1 h"})
  void garbageMeansNothing(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }
}
