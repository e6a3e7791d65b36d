package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.SharedDeployment;
import java.time.Duration;
import java.util.Optional;

/** One project, and everything that can be done with it. */
public final class Engine {

  private final Rooms rooms;

  /**
   * Puts the rooms of a project together; reads and writes nothing yet.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if two extensions claim one name
   */
  public Engine(Layout layout, Ports ports, Extensions extensions) {
    this(layout, ports, extensions, true);
  }

  Engine(Layout layout, Ports ports, Extensions extensions, boolean locks) {
    rooms = Rooms.of(layout, ports, extensions, locks);
  }

  /** Whether this project has stacks at all. */
  public boolean hasStacks() {
    return rooms.stacks().present(rooms.roots());
  }

  /** The main job under a policy. */
  public Provisioning provisioning(Policy policy) {
    return new Provisioning(rooms, policy);
  }

  /** Adds snapshots to the repository that the team shares. */
  public Publishing publishing(Policy policy, SharedDeployment shared) {
    return new Publishing(rooms, policy, shared);
  }

  /**
   * What there is, without changing anything.
   *
   * @param ttl how long a mutable ref is believed where nothing closer to the source says it
   * @param lock what the user says of the lock file; empty leaves it to the machine
   */
  public Inventory inventory(Optional<Duration> ttl, Optional<LockMode> lock) {
    return new Inventory(rooms, ttl, lock);
  }

  /** The upkeep of the lock file. */
  public LockUpkeep locking(Policy policy) {
    return new LockUpkeep(rooms, policy);
  }

  /** Who needs which source. */
  public Uses uses() {
    return new Uses(rooms);
  }

  /** Compares cache and workdirs with the lock file. */
  public Verification verification() {
    return new Verification(rooms);
  }

  /** Removes what was provisioned, or only tells what it would remove. */
  public Removal removal(boolean dryRun) {
    return new Removal(rooms, dryRun);
  }

  /** What a URI means; nothing is asked. A relative path starts from the project. */
  public Located explain(String uri, Optional<String> version) {
    SourceSpec spec =
        new SourceSpec(
            uri,
            version,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Filters.NONE,
            Optional.empty(),
            Retry.DEFAULT,
            rooms.layout().baseDirectory(),
            Position.of("-Dsource.uri"));
    String safe = Redaction.redact(uri);
    try {
      return new Located(safe, Optional.of(rooms.locators().locate(spec)), Optional.empty());
    } catch (ProvisioningException e) {
      return new Located(safe, Optional.empty(), Optional.of(e));
    }
  }

  /** Where a component's workdir is, relative to the project, with slashes. */
  public String workdir(ComponentId id) {
    return rooms.workdir(id);
  }
}
