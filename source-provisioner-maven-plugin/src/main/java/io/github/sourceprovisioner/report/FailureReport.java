package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Failure;
import java.util.ArrayList;
import java.util.List;

/** A failure from the outside in: whose, doing what, why, declared where, and what to try. */
public final class FailureReport {

  private FailureReport() {}

  /**
   * The lines for a failure of one component, without line breaks:
   *
   * <pre>
   * dev/vpc: fetching git::https://example.com/a.git//vpc@v9: no such tag or branch [code 2]
   *   declared at src/main/stacks/dev.yaml:14:9
   *   Try: pick one of v1.0.0, v2.0.0 (newest)
   * </pre>
   *
   * The second one is left out if no place is known; each piece of advice has one of its own.
   */
  public static List<String> lines(Failure failure) {
    String doing = failure.doing().isEmpty() ? "" : failure.doing() + ": ";
    return lines(failure.component() + ": " + doing, failure.reason());
  }

  /** The lines for a failure that concerns no component. */
  public static List<String> lines(ProvisioningException failure) {
    return lines("", failure);
  }

  private static List<String> lines(String context, ProvisioningException failure) {
    List<String> lines = new ArrayList<>();
    lines.add(context + failure.problem().message() + " [code " + failure.code().number() + "]");
    failure.position().ifPresent(position -> lines.add("  declared at " + place(position)));
    failure.advice().forEach(advice -> lines.add("  Try: " + advice));
    return lines.stream().map(Escape::shown).toList();
  }

  private static String place(Position position) {
    return position.file() + part(position.line()) + part(position.column());
  }

  private static String part(int number) {
    return number == 0 ? "" : ":" + number;
  }
}
