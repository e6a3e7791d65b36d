package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Components of one location share one fetch, so they have to agree who asks for it: nobody's
 * credential silently stands in for another's. Pure.
 */
final class Agreement {

  /** For each location one target of each who is named: nearly always none. */
  private final Map<SourceLocation, List<Target>> named = new HashMap<>();

  private Agreement(List<Target> targets) {
    for (Target target : targets) {
      if (!target.requester().isAnybody()) {
        List<Target> others =
            named.computeIfAbsent(target.location(), location -> new ArrayList<>());
        if (others.stream().noneMatch(other -> other.requester().equals(target.requester()))) {
          others.add(target);
        }
      }
    }
  }

  /** The plan, in which those that contradict each other are invalid. */
  static Plan in(Plan plan) {
    Agreement agreement = new Agreement(plan.targets());
    List<Target> targets = new ArrayList<>();
    List<Plan.Invalid> invalid = new ArrayList<>(plan.invalid());
    for (Target target : plan.targets()) {
      agreement
          .contradiction(target)
          .ifPresentOrElse(other -> invalid.add(refused(target, other)), () -> targets.add(target));
    }
    return new Plan(targets, invalid);
  }

  private Optional<Target> contradiction(Target target) {
    if (target.requester().isAnybody()) {
      return Optional.empty();
    }
    return named.getOrDefault(target.location(), List.of()).stream()
        .filter(other -> !other.requester().equals(target.requester()))
        .findFirst();
  }

  private static Plan.Invalid refused(Target target, Target other) {
    String what = target.requester().inline().isPresent() ? "the credential" : "auth";
    InvalidStack reason =
        new InvalidStack(
            Problem.of(message(target, other))
                .at(target.spec().position())
                .advise(
                    "name one <server> in both: a location is fetched once for all that want it")
                .advise(
                    "leave %s out of one of them: it gets what the other one is given"
                        .formatted(what)));
    return new Plan.Invalid(
        target.component(),
        Optional.of(target.spec()),
        new Failure(target.id(), "reading its source", reason));
  }

  private static String message(Target target, Target other) {
    boolean alike =
        target.requester().inline().isPresent() && other.requester().inline().isPresent();
    return "%s asks for %s with %s, and %s (%s) with %s"
        .formatted(
            target.id(),
            target.location(),
            target.requester(),
            other.id(),
            other.spec().position(),
            alike ? "another one in its URI" : other.requester());
  }
}
