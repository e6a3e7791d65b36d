package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.model.Status;
import io.github.sourceprovisioner.workdir.Survey;
import io.github.sourceprovisioner.workdir.WorkdirState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is and in what state, found without a request and without writing anything. */
public final class Inventory {

  private final Rooms rooms;
  private final Optional<Duration> ttl;
  private final Optional<LockMode> lock;
  private final Map<String, String> shown = new HashMap<>();

  Inventory(Rooms rooms, Optional<Duration> ttl, Optional<LockMode> lock) {
    this.rooms = rooms;
    this.ttl = ttl;
    this.lock = lock;
  }

  /** One row for every deployable component of the selection that has a source. */
  public List<InventoryRow> rows(Selection selection) throws InterruptedException {
    return rows(rooms.plan(selection.deployable(), ttl));
  }

  /** The same with abstract and disabled components. */
  public List<InventoryRow> described(Selection selection) throws InterruptedException {
    return rows(rooms.plan(component -> selection.matches(component.id()), ttl));
  }

  private List<InventoryRow> rows(Plan plan) throws InterruptedException {
    List<InventoryRow> rows = new ArrayList<>();
    for (Plan.Invalid invalid : plan.invalid()) {
      rows.add(row(invalid));
    }
    new Survey(rooms.workdirs()).states(plan.targets().stream().map(Target::id).toList());
    Standing standing = new Standing(rooms, Lock.of(rooms, lock));
    for (Target target : plan.targets()) {
      rows.add(row(target, standing));
    }
    rows.sort(
        Comparator.comparing((InventoryRow row) -> row.component().id().stack())
            .thenComparing(row -> row.component().id().type())
            .thenComparing(row -> row.component().id().name()));
    return rows;
  }

  private InventoryRow row(Plan.Invalid invalid) {
    return new InventoryRow(
        invalid.component(),
        invalid.spec().map(spec -> Redaction.redact(spec.uri())),
        invalid.spec().flatMap(SourceSpec::version),
        Optional.empty(),
        Optional.empty(),
        rooms.workdir(invalid.component().id()),
        Status.INVALID,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(invalid.failure()));
  }

  private InventoryRow row(Target target, Standing standing) throws InterruptedException {
    Optional<WorkdirState> state = rooms.workdirs().state(target.id());
    Optional<Failure> refused = rooms.fetchers().refusal(target);
    Status status = Status.INVALID;
    try {
      status = refused.isPresent() ? status : standing.of(target, state);
    } catch (ProvisioningException e) {
      String doing = "reading " + target.location();
      refused = Optional.of(new Failure(target.id(), doing, e.at(target.spec().position())));
    }
    return new InventoryRow(
        target.component(),
        Optional.of(shown.computeIfAbsent(target.spec().uri(), Redaction::redact)),
        target.spec().version(),
        Optional.of(target.ttl()),
        Optional.of(target.location()),
        rooms.workdir(target.id()),
        status,
        state.map(s -> s.fingerprint().revision()),
        state.map(s -> s.fingerprint().treeHash()),
        state.map(WorkdirState::provisionedAt),
        refused);
  }
}
