package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample;
import io.github.sourceprovisioner.benchmark.process.Spread;
import io.github.sourceprovisioner.benchmark.report.Row;
import java.util.List;
import java.util.Locale;

/**
 * Rows of the table from results in which the plugin is {@link Contestants#OURS}. Medians count.
 */
record Rows(Results results) {

  private static final String OURS = Contestants.OURS;
  private static final String NOTHING = "–";

  /** Ours may be at most so many times what the peer needs. */
  Row ratio(String name, Sample.Measure figure, String peer, double most) {
    String bound = "at most " + plain(most) + " x";
    String ours = Shown.of(results.of(OURS, figure), figure);
    if (!results.has(peer)) {
      return new Row(name, ours, peer + ": not here", NOTHING, bound, Row.Verdict.NOT_MEASURED);
    }
    Spread ratio = results.ratio(OURS, peer, figure);
    String theirs = peer + ": " + Shown.of(results.of(peer, figure), figure);
    Row.Verdict met = Row.Verdict.of(ratio.median() <= most);
    return new Row(name, ours, theirs, Shown.ratio(ratio), bound, met);
  }

  /** Ours may take at most so many milliseconds longer than the peer. */
  Row difference(String name, String peer, int most) {
    Sample.Measure seconds = Sample.Measure.SECONDS;
    Spread more = results.difference(OURS, peer, seconds);
    return new Row(
        name,
        Shown.of(results.of(OURS, seconds), seconds),
        peer + ": " + Shown.of(results.of(peer, seconds), seconds),
        Shown.milliseconds(more),
        "at most +" + most + " ms",
        Row.Verdict.of(more.median() * 1e3 <= most));
  }

  /** Ours may carry at most so many times the bytes of something that has nobody's name. */
  Row bytes(String name, String what, long size, double most) {
    Spread ours = results.of(OURS, Sample.Measure.BYTES);
    double ratio = ours.median() / size;
    return new Row(
        name,
        Shown.of(ours, Sample.Measure.BYTES),
        what + ": " + Shown.of(new Spread(List.of((double) size)), Sample.Measure.BYTES),
        plain(ratio),
        "at most " + plain(most) + " x",
        Row.Verdict.of(ratio <= most));
  }

  /** Ours may be at most a fixed amount, in the unit that the figure is measured in. */
  Row amount(String name, Sample.Measure figure, double most) {
    Spread ours = results.of(OURS, figure);
    return new Row(
        name,
        Shown.of(ours, figure),
        NOTHING,
        NOTHING,
        "at most " + Shown.of(new Spread(List.of(most)), figure),
        Row.Verdict.of(ours.median() <= most));
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
