package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Extensions;
import io.github.sourceprovisioner.engine.Layout;
import io.github.sourceprovisioner.engine.Ports;
import io.github.sourceprovisioner.engine.Selection;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.lock.LockFile;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.mojo.maven.MavenProperties;
import io.github.sourceprovisioner.mojo.maven.MavenTransfers;
import io.github.sourceprovisioner.mojo.maven.ModuleSettings;
import io.github.sourceprovisioner.mojo.maven.access.MavenAccess;
import io.github.sourceprovisioner.mojo.maven.access.Surroundings;
import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that reads stacks. */
abstract class StackGoal extends SourceGoal {

  /** Stacks to work on: names or globs, separated by commas. */
  @Parameter(property = "source.stack")
  private @Nullable String stack;

  /** Components to work on: names or globs, separated by commas. */
  @Parameter(property = "source.component")
  private @Nullable String component;

  /** Component types to work on: names or globs, separated by commas. */
  @Parameter(property = "source.type")
  private @Nullable String type;

  /**
   * Where the stack manifests are, relative to the module; <code>src/main/stacks</code>, or what
   * <code>atmos.yaml</code> in the module says, unless given.
   */
  @Parameter(property = "source.stacksDirectory")
  private @Nullable String stacksDirectory;

  /**
   * The root of the workdirs, relative to the module; <code>workdir</code> in the build directory
   * unless given.
   */
  @Parameter(property = "source.workdirDirectory")
  private @Nullable String workdirDirectory;

  /**
   * How long a branch, or a source without a version, is believed before its host is asked again:
   * <code>1h</code>, <code>1h30m</code>, <code>7d</code>, <code>daily</code>, seconds. What stands
   * closer to the source wins.
   */
  @Parameter(property = "source.ttl")
  private @Nullable String ttl;

  /**
   * What the lock file means to this run: <code>update</code> (its entries decide, and what is
   * missing is added), <code>frozen</code> (it is never written, and what is missing is an error)
   * or <code>off</code>. Unless given, it is <code>frozen</code> on a build server (<code>CI</code>
   * is set) that finds a lock file, and <code>update</code> elsewhere.
   */
  @Parameter(property = "source.lock")
  private @Nullable String lock;

  /**
   * The lock file, relative to the module; <code>source.lock.yaml</code> in the module, or beside
   * the stacks if they stand outside of it, unless given.
   */
  @Parameter(property = "source.lockFile")
  private @Nullable String lockFile;

  /**
   * Allows <code>checksum=md5:…</code> and <code>sha1:…</code>, which show accidents and protect
   * against nobody.
   */
  @Parameter(property = "source.allowWeakChecksums", defaultValue = "false")
  private boolean allowWeakChecksums;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  /** The module that the goal runs in. */
  final MavenProject project() {
    return Objects.requireNonNull(project);
  }

  final Selection selection() {
    return new Selection(
        Optional.ofNullable(stack), Optional.ofNullable(component), Optional.ofNullable(type));
  }

  final Optional<Duration> ttl() {
    return Optional.ofNullable(ttl).map(t -> TimeSpan.parse(t, Position.of("-Dsource.ttl")));
  }

  /** What the user says of the lock file. */
  final Optional<LockMode> lock() {
    return Optional.ofNullable(lock).map(LockMode::parse);
  }

  /** The engine of the module that the goal runs in. */
  final Engine engine() {
    return engine(project());
  }

  /** The engine of any module. */
  final Engine engine(MavenProject module) {
    return new Engine(
        layout(module),
        new Ports(
            console(),
            new MavenTransfers(
                session().getRepositorySession(), !session().getRequest().isInteractiveMode()),
            access(),
            artifacts(module),
            new MavenProperties(sessionOf(module), execution()),
            System.getenv(),
            Clock.systemUTC(),
            shared(),
            allowWeakChecksums),
        Extensions.of(StackGoal.class.getClassLoader()));
  }

  /** The Maven repositories of a module; a goal that brings nothing needs none. */
  ArtifactRepositories artifacts(MavenProject module) {
    return ArtifactRepositories.NONE;
  }

  /** Where the team shares its snapshots; only goals that fetch look there. */
  Optional<SharedRepository> shared() {
    return Optional.empty();
  }

  /** Whether programs may be run for credentials; a goal that brings nothing needs none. */
  boolean credentialProgramsAllowed() {
    return false;
  }

  private Access access() {
    return new MavenAccess(
        session().getRepositorySession(),
        session().getSettings().getServers(),
        new Surroundings(System.getenv(), credentialProgramsAllowed(), console()));
  }

  /** A goal for all modules runs in the root, but a property means what it does in its module. */
  private MavenSession sessionOf(MavenProject module) {
    MavenSession own = session().clone();
    own.setCurrentProject(module);
    return own;
  }

  /** Maven has configured this goal for its own module, executions included; not for others. */
  private Optional<String> setting(MavenProject module, String name, @Nullable String own) {
    return module.equals(project())
        ? Optional.ofNullable(own)
        : new ModuleSettings(module, execution().getPlugin().getKey()).get(name, own);
  }

  /** The directory of a module; the current one where a goal runs without a project. */
  private Path base(MavenProject module) {
    Path base =
        module.getBasedir() == null
            ? Path.of(session().getExecutionRootDirectory())
            : module.getBasedir().toPath();
    return base.toAbsolutePath().normalize();
  }

  final Layout layout(MavenProject module) {
    Path base = base(module);
    Path build = base.resolve(module.getBuild().getDirectory());
    Optional<Path> stacks =
        setting(module, "stacksDirectory", stacksDirectory).map(d -> base.resolve(d).normalize());
    return new Layout(
        base,
        stacks,
        setting(module, "workdirDirectory", workdirDirectory)
            .map(d -> base.resolve(d).normalize())
            .orElse(build.resolve("workdir")),
        build.resolve("source-provisioner"),
        cache(),
        setting(module, "lockFile", lockFile)
            .map(file -> base.resolve(file).normalize())
            .orElseGet(() -> LockFile.besides(base, stacks)));
  }
}
