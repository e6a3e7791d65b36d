package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.CacheLocks;
import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.cache.Patience;
import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.hook.Hooks;
import io.github.sourceprovisioner.locate.Locators;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.stack.StackLoader;
import io.github.sourceprovisioner.stack.StackRoots;
import io.github.sourceprovisioner.stack.Stacks;
import io.github.sourceprovisioner.stack.source.SourceParser;
import io.github.sourceprovisioner.workdir.Workdirs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** One project with everything that works on it: the place where the rooms are put together. */
public final class Engine {

  private final Layout layout;
  private final Ports ports;
  private final StackLoader stacks;
  private final Locators locators;
  private final Fetchers fetchers;
  private final Hooks hooks;
  private final Workdirs workdirs;
  private final SnapshotCache cache;

  /** Puts the rooms together; reads and writes nothing yet. */
  public Engine(Layout layout, Ports ports, Extensions extensions) {
    this.layout = layout;
    this.ports = ports;
    stacks = new StackLoader(extensions.basePaths(), ports.environment());
    locators = new Locators(extensions.locators());
    fetchers = new Fetchers(extensions.fetchers());
    hooks = new Hooks(extensions.provisioners());
    workdirs =
        new Workdirs(
            layout.workdirDirectory(), layout.stateDirectory(), ports.clock(), ports.console());
    cache =
        new SnapshotCache(
            layout.cacheDirectory(),
            new CacheLocks(layout.cacheDirectory(), true, Patience.DEFAULT, ports.console()),
            ports.clock(),
            ports.console());
  }

  /** Whether this project has stacks at all. */
  public boolean hasStacks() {
    return stacks.present(roots());
  }

  /** The main job under a policy. */
  public Provisioning provisioning(Policy policy) {
    return new Provisioning(this, policy);
  }

  /** What there is, without changing anything. */
  public Inventory inventory(Optional<Duration> ttl) {
    return new Inventory(this, ttl);
  }

  /** Removes what was provisioned. */
  public Removal removal(boolean dryRun) {
    return new Removal(workdirs, ports.clock(), dryRun);
  }

  /** What a URI means; nothing is asked. A relative path starts from the project. */
  public Located explain(String uri, Optional<String> version) {
    SourceSpec spec =
        new SourceSpec(
            uri,
            version,
            Optional.empty(),
            Optional.empty(),
            Filters.NONE,
            Optional.empty(),
            Retry.DEFAULT,
            layout.baseDirectory(),
            Position.of("-Dsource.uri"));
    String safe = Redaction.redact(uri);
    try {
      return new Located(safe, Optional.of(locators.locate(spec)), Optional.empty());
    } catch (ProvisioningException e) {
      return new Located(safe, Optional.empty(), Optional.of(e));
    }
  }

  /** Where a component's workdir is, relative to the project, with slashes. */
  public String workdir(ComponentId id) {
    return layout.baseDirectory().relativize(workdirs.pathOf(id)).toString().replace('\\', '/');
  }

  StackRoots roots() {
    return new StackRoots(layout.baseDirectory(), layout.stacksDirectory());
  }

  Plan plan(Predicate<Component> wanted, Optional<Duration> ttl) {
    SourceParser sources = new SourceParser(layout.baseDirectory(), ports.properties());
    Stacks loaded = stacks.load(roots());
    loaded.warnings().forEach(ports.console()::warn);
    return new Planner(sources, locators, ttl).plan(loaded, wanted);
  }

  void recover() {
    Workdirs.checkRoots(layout.workdirDirectory(), layout.stateDirectory());
    workdirs.recover();
    cache.sweep();
  }

  /** The outcome of a target that nothing installed can fetch. */
  Optional<Outcome> refuse(Target target) {
    try {
      fetchers.of(target.location(), target.spec().position());
      return Optional.empty();
    } catch (ProvisioningException e) {
      Failure failure = new Failure(target.id(), "fetching " + target.location(), e);
      return Optional.of(Outcomes.failed(failure, Traffic.NONE, Duration.ZERO));
    }
  }

  Courier courier(Policy policy) {
    Attempts attempts =
        new Attempts(
            ports.clock(),
            time -> Thread.sleep(time.toMillis()),
            new SplittableRandom(),
            ports.console());
    boolean offline = policy.mode() == Freshness.Mode.OFFLINE;
    return new Courier(
        cache,
        new Revisions(cache, attempts, policy, ports.console(), ports.clock()),
        new Snapshots(cache, attempts, ports.console(), offline),
        policy,
        ports.transfers());
  }

  Completion completion(Policy policy) {
    return new Completion(this, policy, new Materialising(cache, workdirs, policy.force()));
  }

  /** Tells the user of edits in a workdir that is left alone. */
  void noteEdits(ComponentId id) {
    List<String> edited = workdirs.edited(id);
    if (!edited.isEmpty()) {
      ports
          .console()
          .warn(
              "%s: %d provisioned file%s edited or deleted in %s, and kept so (%s). To have them"
                      .formatted(
                          id,
                          edited.size(),
                          edited.size() == 1 ? " was" : "s were",
                          workdirs.pathOf(id),
                          edited.get(0))
                  + " back, use -Dsource.force=true");
    }
  }

  Fetchers fetchers() {
    return fetchers;
  }

  Hooks hooks() {
    return hooks;
  }

  Workdirs workdirs() {
    return workdirs;
  }

  SnapshotCache cache() {
    return cache;
  }

  Layout layout() {
    return layout;
  }

  Console console() {
    return ports.console();
  }

  Clock clock() {
    return ports.clock();
  }
}
