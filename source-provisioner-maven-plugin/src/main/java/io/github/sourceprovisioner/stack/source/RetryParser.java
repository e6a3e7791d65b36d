package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code source.retry}. A key that is absent means the same as in {@link Retry#DEFAULT}. */
final class RetryParser {

  private static final List<String> KEYS =
      List.of(
          "max_attempts",
          "initial_delay",
          "max_delay",
          "max_elapsed_time",
          "multiplier",
          "random_jitter",
          "backoff_strategy");

  private static final List<String> STRATEGIES = List.of("constant", "linear", "exponential");

  private RetryParser() {}

  /**
   * The retry settings of a source.
   *
   * @throws InvalidStack if a key is unknown, or a value is of the wrong type or out of its range
   */
  static Retry parse(Section retry) {
    retry.allowOnly(KEYS);
    Duration initial = delay(retry, "initial_delay").orElse(Retry.DEFAULT.initialDelay());
    return new Retry(
        (int) number(retry, "max_attempts", new Range(1, 100, true), Retry.DEFAULT.maxAttempts()),
        initial,
        maxDelay(retry, initial),
        delay(retry, "max_elapsed_time").orElse(Retry.DEFAULT.maxElapsedTime()),
        number(retry, "multiplier", new Range(1, 100, false), Retry.DEFAULT.multiplier()),
        number(retry, "random_jitter", new Range(0, 1, false), Retry.DEFAULT.jitter()),
        strategy(retry));
  }

  /** What a number may be. */
  private record Range(int from, int to, boolean whole) {

    boolean holds(double number) {
      return number >= from && number <= to && (!whole || number == Math.rint(number));
    }

    @Override
    public String toString() {
      return (whole ? "a whole number from " : "a number from ") + from + " to " + to;
    }
  }

  private static double number(Section retry, String key, Range range, double absent) {
    Optional<Section.Text> text = retry.number(key);
    if (text.isEmpty()) {
      return absent;
    }
    double number = parsed(text.get().value());
    if (!range.holds(number)) {
      throw new InvalidStack(
          Problem.of("source.retry." + key + " cannot be " + Shown.quoted(text.get().value()))
              .at(text.get().position())
              .advise("write " + range));
    }
    return number;
  }

  /** Not a number for what YAML takes for one and Java does not: {@code 0o17}, {@code .inf}. */
  private static double parsed(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException other) {
      return Double.NaN;
    }
  }

  private static Optional<Duration> delay(Section retry, String key) {
    return retry
        .text(key, Section.STRING_OR_NUMBER)
        .map(text -> TimeSpan.parseDelay(text.value(), text.position()));
  }

  private static Duration maxDelay(Section retry, Duration initial) {
    Optional<Duration> written = delay(retry, "max_delay");
    if (written.filter(max -> max.compareTo(initial) < 0).isPresent()) {
      throw new InvalidStack(
          Problem.of("source.retry.max_delay is shorter than the initial delay")
              .at(retry.map().keyPosition("max_delay"))
              .advise("make 'max_delay' longer, or 'initial_delay' shorter"));
    }
    Duration usual = Retry.DEFAULT.maxDelay();
    return written.orElse(usual.compareTo(initial) < 0 ? initial : usual);
  }

  private static Retry.Strategy strategy(Section retry) {
    Optional<Section.Text> text = retry.text("backoff_strategy", Section.STRING);
    if (text.isEmpty()) {
      return Retry.DEFAULT.strategy();
    }
    return Retry.Strategy.valueOf(
        Choice.of("source.retry.backoff_strategy", STRATEGIES, text.get())
            .toUpperCase(Locale.ROOT));
  }
}
