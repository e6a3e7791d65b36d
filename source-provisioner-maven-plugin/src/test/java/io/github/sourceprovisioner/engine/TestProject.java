package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.fixture.TurnableClock;
import io.github.sourceprovisioner.fixture.UnseenTransfers;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Provisioner;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A project on disk with the real rooms, the shipped extensions and one fake host. */
final class TestProject {

  static final Optional<LockMode> OFF = Optional.of(LockMode.OFF);
  static final Policy CREATE = policy("create", Mode.NORMAL);
  static final Policy ASKING = policy("create", Mode.UPDATE);
  static final Policy OFFLINE = policy("create", Mode.OFFLINE);
  static final Policy UPDATE =
      new Policy(
          "update", Mode.UPDATE, true, false, false, Optional.empty(), minutes(5), false, OFF);
  static final Policy FORCED =
      new Policy(
          "create", Mode.NORMAL, false, true, false, Optional.empty(), minutes(5), false, OFF);
  static final Policy DRY =
      new Policy(
          "create", Mode.NORMAL, false, false, true, Optional.empty(), minutes(5), false, OFF);

  final Path root;
  final Path base;
  private final Path cache;
  final RecordingConsole console = new RecordingConsole();
  final TurnableClock clock = new TurnableClock();
  final FakeFetcher host = new FakeFetcher();
  Access access = Access.NONE;
  boolean weakChecksums;
  Map<String, String> environment = Map.of();
  ArtifactRepositories artifacts = ArtifactRepositories.NONE;
  Optional<SharedRepository> shared = Optional.empty();
  final List<Fetcher> fetchers = new ArrayList<>(List.of(host));
  final List<Provisioner> provisioners = new ArrayList<>();

  /** A project without stacks below a temporary directory. */
  TestProject(Path root) throws IOException {
    this(root, root.resolve("cache"));
  }

  /** The same with a cache that others use, too. */
  TestProject(Path root, Path cache) throws IOException {
    this.root = root;
    this.cache = cache;
    this.base = Files.createDirectories(root.resolve("project"));
    Files.createDirectories(base.resolve("src/main/stacks"));
  }

  static Policy policy(String goal, Mode mode) {
    return new Policy(goal, mode, false, false, false, Optional.empty(), minutes(5), false, OFF);
  }

  private static Duration minutes(long number) {
    return Duration.ofMinutes(number);
  }

  /** Writes the manifest of a stack; its name is the file's. */
  TestProject stack(String name, String yaml) throws IOException {
    write("src/main/stacks/" + name + ".yaml", yaml);
    return this;
  }

  /** A stack dev with one component vpc that has a source. */
  TestProject vpc(String source) throws IOException {
    return stack("dev", component("vpc", source));
  }

  /** A stack with one component of Terraform; several of these join to one manifest. */
  static String component(String name, String source) {
    return "components:\n  terraform:\n    " + name + ":\n      source: " + source + "\n";
  }

  Path write(String file, String text) throws IOException {
    Path path = base.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  Layout layout() {
    return new Layout(
        base,
        Optional.empty(),
        base.resolve("target/workdir"),
        base.resolve("target/source-provisioner"),
        cache,
        base.resolve("source.lock.yaml"));
  }

  Path cache() {
    return cache;
  }

  Path workdir(String stack, String component) {
    return base.resolve("target/workdir/terraform").resolve(stack).resolve(component);
  }

  String mainTf(String stack, String component) throws IOException {
    return Files.readString(workdir(stack, component).resolve("main.tf"));
  }

  Ports ports() {
    return new Ports(
        console,
        new UnseenTransfers(),
        access,
        artifacts,
        name -> Optional.empty(),
        environment,
        clock,
        shared,
        weakChecksums);
  }

  Engine engine() {
    return engine(true);
  }

  Engine engine(boolean locks) {
    Extensions shipped = Extensions.of(TestProject.class.getClassLoader());
    return new Engine(
        layout(),
        ports(),
        new Extensions(
            shipped.types(),
            join(shipped.locators(), List.<SourceLocator>of(host)),
            join(shipped.fetchers().stream().filter(this::isWanted).toList(), fetchers),
            join(shipped.provisioners(), provisioners)),
        locks);
  }

  /** The fake for http stands in for the real one. */
  private boolean isWanted(Fetcher shipped) {
    return fetchers.stream()
        .noneMatch(mine -> mine instanceof HttpFake && mine.schemes().equals(shipped.schemes()));
  }

  Run run(Policy policy) throws InterruptedException {
    return engine().provisioning(policy).run(Selection.ALL);
  }

  /** Runs, and returns {@code stack/name action} for every component. */
  List<String> actions(Policy policy) throws InterruptedException {
    return run(policy).outcomes().stream().map(TestProject::line).toList();
  }

  /** Runs, and returns the only failure. */
  Failure failure(Policy policy) throws InterruptedException {
    List<Failure> failures = run(policy).failures();
    if (failures.size() != 1) {
      throw new AssertionError("not one failure: " + failures);
    }
    return failures.get(0);
  }

  static ComponentId id(String stack, String component) {
    return new ComponentId("terraform", stack, component);
  }

  private static String line(Outcome outcome) {
    return outcome.component() + " " + outcome.action();
  }

  private static <T> List<T> join(List<? extends T> some, List<? extends T> more) {
    return Stream.<T>concat(some.stream(), more.stream()).toList();
  }
}
