package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Sample;
import io.github.sourceprovisioner.benchmark.process.Spread;
import java.util.Locale;

/** Numbers as people read them: the median, and in brackets the least and the most. Pure. */
final class Shown {

  private Shown() {}

  static String of(Spread spread, Sample.Measure figure) {
    return switch (figure) {
      case SECONDS -> spread(spread, "%.2f", 1) + " s";
      case BYTES -> spread(spread, "%,.1f", 1_000) + " kB";
      case REQUESTS -> spread(spread, "%.0f", 1);
      case MEGABYTES -> spread(spread, "%.0f", 1) + " MB";
    };
  }

  static String ratio(Spread spread) {
    return spread(spread, spread.median() < 0.1 ? "%.4f" : "%.2f", 1);
  }

  static String milliseconds(Spread seconds) {
    return spread(seconds, "%+.0f", 1e-3) + " ms";
  }

  private static String spread(Spread spread, String format, double unit) {
    String median = number(format, spread.median() / unit);
    String least = number(format, spread.least() / unit);
    String most = number(format, spread.most() / unit);
    return least.equals(most) ? median : median + " (" + least + " to " + most + ")";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
