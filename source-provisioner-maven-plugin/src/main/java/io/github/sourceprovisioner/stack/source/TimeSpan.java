package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How users write a duration, in manifests and in plugin parameters alike. Spaces around it and the
 * case of letters do not matter.
 */
public final class TimeSpan {

  /** Far more than anyone means, and far less than what overflows nanoseconds or an instant. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final int MOST_CHARACTERS = 40;

  private static final Map<String, Duration> WORDS =
      Map.of(
          "minute", Duration.ofMinutes(1),
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  private static final Map<String, Duration> UNITS =
      Map.of(
          "w", Duration.ofDays(7),
          "d", Duration.ofDays(1),
          "h", Duration.ofHours(1),
          "m", Duration.ofMinutes(1),
          "s", Duration.ofSeconds(1),
          "ms", Duration.ofMillis(1),
          "us", Duration.ofNanos(1_000),
          "µs", Duration.ofNanos(1_000),
          "ns", Duration.ofNanos(1));

  private static final Pattern SECONDS = Pattern.compile("[0-9]+");
  private static final Pattern WHOLE = Pattern.compile("([0-9]+)(w|d|h|m|s)");
  private static final Pattern PRECISE =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|us|µs|ns|w|d|h|m|s)");

  private TimeSpan() {}

  /**
   * A time to live or a timeout: numbers with the units {@code w d h m s}, the largest first
   * ({@code 1h30m}, {@code 7d}), a bare number of seconds, or one of the words {@code minute hourly
   * daily weekly monthly yearly}. Zero is allowed.
   *
   * @param position where the text is written; {@code Position.of("-Dsource.ttl")} for a parameter
   * @throws InvalidStack if the text is anything else, or longer than a hundred years
   */
  public static Duration parse(String text, Position position) {
    return read(text, WHOLE)
        .orElseThrow(
            () ->
                new InvalidStack(
                    Problem.of(Shown.quoted(text) + " is not a duration")
                        .at(position)
                        .advise(
                            "write 90m, 1h30m, 7d or 1w (at most 100 years), a number of seconds,"
                                + " 0, or one of minute, hourly, daily, weekly, monthly, yearly")));
  }

  /**
   * A delay: what {@link #parse} reads, and the fractions and small units of Go's durations ({@code
   * 1.5s}, {@code 300ms}).
   *
   * @throws InvalidStack as {@link #parse}
   */
  static Duration parseDelay(String text, Position position) {
    return read(text, PRECISE)
        .orElseThrow(
            () ->
                new InvalidStack(
                    Problem.of(Shown.quoted(text) + " is not a delay")
                        .at(position)
                        .advise(
                            "write 300ms, 1.5s, 2m or 1h30m (at most 100 years),"
                                + " or a number of seconds")));
  }

  private static Optional<Duration> read(String text, Pattern part) {
    String spelled = text.strip().toLowerCase(Locale.ROOT);
    if (spelled.isEmpty() || spelled.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Duration word = WORDS.get(spelled);
    if (word != null) {
      return Optional.of(word);
    }
    String withUnit = SECONDS.matcher(spelled).matches() ? spelled + "s" : spelled;
    return sum(withUnit, part);
  }

  /** Adds the parts up; each unit has to be smaller than the one before. */
  private static Optional<Duration> sum(String spelled, Pattern part) {
    Matcher matcher = part.matcher(spelled);
    BigDecimal nanos = BigDecimal.ZERO;
    Duration last = LONGEST;
    int end = 0;
    while (end < spelled.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        return Optional.empty();
      }
      Duration unit = UNITS.getOrDefault(matcher.group(2), last);
      if (unit.compareTo(last) >= 0) {
        return Optional.empty();
      }
      nanos = nanos.add(new BigDecimal(matcher.group(1)).multiply(new BigDecimal(unit.toNanos())));
      last = unit;
      end = matcher.end();
    }
    boolean fits = nanos.compareTo(new BigDecimal(LONGEST.toNanos())) <= 0;
    return fits ? Optional.of(Duration.ofNanos(nanos.longValue())) : Optional.empty();
  }
}
