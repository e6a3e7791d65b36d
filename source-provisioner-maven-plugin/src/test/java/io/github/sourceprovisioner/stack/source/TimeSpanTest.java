package io.github.sourceprovisioner.stack.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.stack.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

  private static final Position PARAMETER = Position.of("-Dsource.ttl");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "-1h",
        "-5",
        "9999999999d",
        "99999999999999999999999999",
        "0.5h",
        "1.5s",
        "300ms",
        "30m1h",
        "1h1h",
        "1h 30m",
        "h",
        "1y",
        "1h30",
        "36501d",
        "٣h",
        "1e3"
      })
  void refusesEverythingElse(String text) {
    assertThat(Refusal.of(() -> TimeSpan.parse(text, PARAMETER)))
        .isEqualTo(
            new Refusal(
                "'" + text + "' is not a duration",
                "-Dsource.ttl",
                "write 90m, 1h30m, 7d or 1w (at most 100 years), a number of seconds, 0,"
                    + " or one of minute, hourly, daily, weekly, monthly, yearly"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesNothing(String text) {
    assertThat(Refusal.of(() -> TimeSpan.parse(text, PARAMETER)).message())
        .isEqualTo("'" + text + "' is not a duration");
  }

  @Test
  void showsALongOrDirtyTextOnOneShortLine() {
    String text = "a\nb" + "x".repeat(5_000);

    assertThat(Refusal.of(() -> TimeSpan.parse(text, PARAMETER)).message())
        .isEqualTo("'a?b" + "x".repeat(57) + "…' is not a duration");
  }

  @ParameterizedTest
  @CsvSource({
    "1h30m, PT1H30M",
    "90m, PT90M",
    "7d, PT168H",
    "1w, PT168H",
    "1w2d3h4m5s, PT219H4M5S",
    "3600, PT1H",
    "0, PT0S",
    "' 0S ', PT0S",
    "0d, PT0S",
    "minute, PT1M",
    "hourly, PT1H",
    "Daily, PT24H",
    "weekly, PT168H",
    "monthly, PT720H",
    "yearly, PT8760H",
    "36500d, PT876000H"
  })
  void readsWhatUsersWrite(String text, Duration expected) {
    assertThat(TimeSpan.parse(text, PARAMETER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1.5s, PT1.5S", "300ms, PT0.3S", "1h30m, PT1H30M", "1s500ms, PT1.5S", "2, PT2S"})
  void readsDelaysAsGoDoes(String text, Duration expected) {
    assertThat(TimeSpan.parseDelay(text, PARAMETER)).isEqualTo(expected);
  }

  @Test
  void refusesABadDelay() {
    assertThat(Refusal.of(() -> TimeSpan.parseDelay("1.5", PARAMETER)))
        .isEqualTo(
            new Refusal(
                "'1.5' is not a delay",
                "-Dsource.ttl",
                "write 300ms, 1.5s, 2m or 1h30m (at most 100 years), or a number of seconds"));
  }
}
