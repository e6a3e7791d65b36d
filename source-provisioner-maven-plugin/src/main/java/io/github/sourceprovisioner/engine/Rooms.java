package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.CacheLocks;
import io.github.sourceprovisioner.cache.Patience;
import io.github.sourceprovisioner.cache.SnapshotCache;
import io.github.sourceprovisioner.hook.Hooks;
import io.github.sourceprovisioner.locate.Locators;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.stack.StackLoader;
import io.github.sourceprovisioner.stack.StackRoots;
import io.github.sourceprovisioner.stack.Stacks;
import io.github.sourceprovisioner.stack.source.SourceParser;
import io.github.sourceprovisioner.workdir.Workdirs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The rooms of one project, put together. */
record Rooms(
    Layout layout,
    Ports ports,
    StackLoader stacks,
    Locators locators,
    Fetchers fetchers,
    Hooks hooks,
    Workdirs workdirs,
    SnapshotCache cache) {

  /** Reads and writes nothing yet. Without locks everything is as right, and may be done twice. */
  static Rooms of(Layout layout, Ports ports, Extensions extensions, boolean locks) {
    Path root = layout.cacheDirectory();
    return new Rooms(
        layout,
        ports,
        new StackLoader(extensions.basePaths(), ports.environment()),
        new Locators(extensions.locators()),
        new Fetchers(extensions.fetchers(), ports.weakChecksums()),
        new Hooks(extensions.provisioners()),
        new Workdirs(
            layout.workdirDirectory(), layout.stateDirectory(), ports.clock(), ports.console()),
        new SnapshotCache(
            root,
            new CacheLocks(root, locks, Patience.DEFAULT, ports.console()),
            ports.clock(),
            ports.console()));
  }

  StackRoots roots() {
    return new StackRoots(layout.baseDirectory(), layout.stacksDirectory());
  }

  /** What the manifests ask for, as far as it is wanted. */
  Plan plan(Predicate<Component> wanted, Optional<Duration> ttl) throws InterruptedException {
    SourceParser sources = new SourceParser(layout.baseDirectory(), ports.properties());
    Stacks loaded = Turn.take(() -> stacks.load(roots()));
    loaded.warnings().forEach(ports.console()::warn);
    return new Planner(sources, locators, ttl).plan(loaded, wanted);
  }

  /** Refuses directories in which a mistake would cost dearly; reads only. */
  void check() {
    Workdirs.checkRoots(layout.workdirDirectory(), layout.stateDirectory());
  }

  /** A component's workdir relative to the project, with slashes. */
  String workdir(ComponentId id) {
    return layout.baseDirectory().relativize(workdirs.pathOf(id)).toString().replace('\\', '/');
  }
}
