package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The last line of a goal. */
public final class Summary {

  private Summary() {}

  /**
   * One line without a final stop: {@code Provisioned 12 components (3 created, 1 updated, 8
   * unchanged), 79 KB in 4 requests, 0.9 s}. With failures it starts {@code Provisioned 10 of 12
   * components}.
   *
   * @param outcomes one a component
   * @param total what the whole run cost on the network, shared questions included
   * @param took the whole run
   */
  public static String line(List<Outcome> outcomes, Traffic total, Duration took) {
    return String.join(", ", what(outcomes, "Provisioned "), network(total), Amounts.took(took));
  }

  /** The same for snapshots: {@code Published 3 components (1 published, 2 unchanged), …}. */
  public static String published(List<Outcome> outcomes, Traffic total, Duration took) {
    return String.join(", ", what(outcomes, "Published "), network(total), Amounts.took(took));
  }

  /** The same for a dry run: what a real run would say. */
  public static String dryRun(List<Outcome> outcomes, Traffic total, Duration took) {
    return "Dry run, nothing was written. A real run: " + line(outcomes, total, took);
  }

  private static String what(List<Outcome> outcomes, String done) {
    long all = outcomes.size();
    long failed = count(outcomes, Action.FAILED);
    long deleted = count(outcomes, Action.DELETED);
    long unchanged = count(outcomes, Action.UNCHANGED);
    if (all == 0) {
      return "Nothing to do";
    }
    if (unchanged == all) {
      return "Nothing to do (" + Amounts.counted(all, "component") + " unchanged)";
    }
    if (failed == all) {
      return Amounts.counted(all, "component") + " failed";
    }
    if (deleted == all) {
      return "Deleted " + Amounts.counted(all, "workdir");
    }
    return deleted > 0
        ? "Deleted " + share(deleted, all, "workdir") + parts(outcomes)
        : done + share(all - failed, all, "component") + parts(outcomes);
  }

  private static String share(long part, long all, String noun) {
    return (part == all ? "" : part + " of ") + Amounts.counted(all, noun);
  }

  private static String parts(List<Outcome> outcomes) {
    List<String> parts = new ArrayList<>();
    for (Action action : Action.values()) {
      long number = count(outcomes, action);
      if (number > 0) {
        parts.add(number + " " + action);
      }
    }
    return " (" + String.join(", ", parts) + ")";
  }

  private static String network(Traffic total) {
    return total.requests() == 0
        ? "no request"
        : Amounts.bytes(total.bytes()) + " in " + Amounts.counted(total.requests(), "request");
  }

  private static long count(List<Outcome> outcomes, Action action) {
    return outcomes.stream().filter(outcome -> outcome.action() == action).count();
  }
}
