package io.github.sourceprovisioner.mojo.maven.repository;

import io.github.sourceprovisioner.model.Artifact;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The repositories of a module, asked as Maven itself asks them. Nothing of the resolver is touched
 * before the first question.
 */
public final class MavenRepositories implements ArtifactRepositories {

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> remotes;

  /**
   * Repositories of a running build.
   *
   * @param remotes those of the module: mirrors, proxies and credentials are settled in them
   */
  public MavenRepositories(
      RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> remotes) {
    this.system = system;
    this.session = session;
    this.remotes = remotes;
  }

  @Override
  public String version(Artifact wanted, TransferListener transfers) {
    return question(wanted, transfers).version();
  }

  @Override
  public Path file(Artifact exact, TransferListener transfers) {
    return Objects.requireNonNull(question(exact, transfers).file()).toAbsolutePath();
  }

  private Question question(Artifact artifact, TransferListener transfers) {
    return new Question(system, new Asking(session).counting(transfers), remotes, artifact);
  }
}
