package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a report is written. */
public enum Format {
  /** Aligned columns for people. */
  TABLE,
  /** RFC 8259, indented by two. */
  JSON,
  /** The structure of the JSON form; every string is a string for YAML 1.1 and 1.2 alike. */
  YAML,
  /** RFC 4180, with a header; nested keys are joined by dots. */
  CSV;

  /**
   * The format of that name, in upper or lower case.
   *
   * @throws InvalidStack if there is none
   */
  public static Format of(String text) {
    String wanted = text.strip();
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(wanted));
  }

  private static InvalidStack unknown(String wanted) {
    String known =
        Arrays.stream(values())
            .map(format -> format.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new InvalidStack(
        Problem.of("there is no format \"" + wanted + "\"")
            .at(Position.of("-Dsource.format"))
            .advise("use one of " + known));
  }
}
