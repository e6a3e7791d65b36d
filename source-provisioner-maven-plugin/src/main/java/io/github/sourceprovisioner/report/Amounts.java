package io.github.sourceprovisioner.report;

import java.time.Duration;
import java.util.List;

/** Numbers with their units, the same in every locale. */
public final class Amounts {

  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

  private Amounts() {}

  /**
   * A number of bytes in steps of 1000, as Maven counts them: {@code 312 B}, {@code 7.9 KB}, {@code
   * 79 KB}, {@code 1.0 MB}.
   */
  public static String bytes(long bytes) {
    long unit = 1;
    int name = 0;
    while (name < UNITS.size() - 1 && rounded(bytes, unit) >= 1000) {
      unit *= 1000;
      name++;
    }
    boolean small = unit > 1 && rounded(bytes, unit / 10) < 100;
    String number =
        small ? decimal(rounded(bytes, unit / 10)) : Long.toString(rounded(bytes, unit));
    return number + " " + UNITS.get(name);
  }

  private static long rounded(long bytes, long unit) {
    return (bytes + unit / 2) / unit;
  }

  /** {@code 0.9 s}, or {@code 2 min 5 s} from a minute on. */
  static String took(Duration duration) {
    long tenths = (duration.toMillis() + 50) / 100;
    if (tenths < 600) {
      return decimal(tenths) + " s";
    }
    long seconds = (tenths + 5) / 10;
    return seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** A time to live as it can be written in a manifest: {@code 1h30m}, {@code 7d}, {@code 0s}. */
  static String ttl(Duration duration) {
    String text =
        part(duration.toDays(), "d")
            + part(duration.toHoursPart(), "h")
            + part(duration.toMinutesPart(), "m")
            + part(duration.toSecondsPart(), "s");
    return text.isEmpty() ? "0s" : text;
  }

  /** {@code 1 request}, {@code 4 requests}. */
  public static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String part(long number, String unit) {
    return number == 0 ? "" : number + unit;
  }

  private static String decimal(long tenths) {
    return tenths / 10 + "." + tenths % 10;
  }
}
