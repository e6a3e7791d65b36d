package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.mojo.maven.MavenConsole;
import io.github.sourceprovisioner.mojo.maven.Translation;
import io.github.sourceprovisioner.spi.Console;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What every goal has: it can be skipped, names itself first, and fails in Maven's words. */
abstract class SourceGoal extends AbstractMojo {

  /** Does nothing at all. */
  @Parameter(property = "source.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The root of the cache; <code>.cache/source-provisioner</code> in the local repository unless
   * given.
   */
  @Parameter(property = "source.cacheDirectory")
  private @Nullable String cacheDirectory;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("source." + execution().getGoal() + " is skipped (source.skip)");
      return;
    }
    try {
      run();
    } catch (ProvisioningException e) {
      raise(translation().of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted; workdirs are as they were, or complete", e);
    }
  }

  /** The goal itself. */
  abstract void run() throws MojoExecutionException, MojoFailureException, InterruptedException;

  /** The running build. */
  final MavenSession session() {
    return Objects.requireNonNull(session);
  }

  /** The running goal. */
  final MojoExecution execution() {
    return Objects.requireNonNull(execution);
  }

  /** The line that tells this plugin from maven-source-plugin, which has the same prefix. */
  final void introduce() {
    getLog().info("Source Provisioner " + execution().getVersion());
  }

  final Console console() {
    return new MavenConsole(getLog());
  }

  /**
   * Whether machines have to be answered past {@code System.out}, which Maven 4 makes part of its
   * log. A Maven daemon has no other way to its client.
   */
  final boolean rawOutput() {
    String maven = session().getSystemProperties().getProperty("maven.version", "");
    return maven.startsWith("4.") && System.getProperty("mvnd.home") == null;
  }

  /** How failures are told. */
  final Translation translation() {
    return new Translation(session().getRequest().isShowErrors() || getLog().isDebugEnabled());
  }

  /** The root of the cache; absolute. */
  final Path cache() {
    if (cacheDirectory != null) {
      return Path.of(session().getExecutionRootDirectory()).resolve(cacheDirectory).normalize();
    }
    Path repository = session().getRepositorySession().getLocalRepository().getBasedir().toPath();
    return repository.toAbsolutePath().resolve(".cache/source-provisioner");
  }

  /** Throws what it is given. */
  static void raise(Exception failure) throws MojoExecutionException, MojoFailureException {
    if (failure instanceof MojoFailureException mendable) {
      throw mendable;
    }
    if (failure instanceof MojoExecutionException other) {
      throw other;
    }
    throw new IllegalArgumentException(failure);
  }
}
