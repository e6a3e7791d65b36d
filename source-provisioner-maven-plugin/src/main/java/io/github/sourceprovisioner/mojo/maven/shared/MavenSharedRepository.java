package io.github.sourceprovisioner.mojo.maven.shared;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.spi.SharedFile;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Looks for snapshots as a build looks for its dependencies: with the credentials, the proxy and
 * the mirror of the settings.
 *
 * @param sessions in which nothing lands in the user's local repository
 */
public record MavenSharedRepository(
    SharedAddress address, RepositorySystem system, SharedSession sessions)
    implements SharedRepository {

  /** In the data of the build, which all its modules share. */
  private static final String FAILED = "io.github.sourceprovisioner.shared.failed ";

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public Map<SharedFile, Path> find(Collection<SharedFile> wanted, TransferListener traffic) {
    String failed = FAILED + address;
    RepositorySystemSession session = sessions.with(traffic);
    if (wanted.isEmpty() || session.getData().get(failed) != null) {
      return Map.of();
    }
    try {
      return found(List.copyOf(wanted), session);
    } catch (TransferFailed | AccessDenied e) {
      if (session.getData().set(failed, null, true)) {
        throw e;
      }
      return Map.of();
    }
  }

  private Map<SharedFile, Path> found(List<SharedFile> wanted, RepositorySystemSession session) {
    var repositories = system.newResolutionRepositories(session, List.of(address.repository()));
    List<ArtifactRequest> requests =
        wanted.stream()
            .map(file -> new ArtifactRequest(artifact(file), repositories, null))
            .toList();
    List<ArtifactResult> results = results(session, requests);
    Map<SharedFile, Path> found = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      Optional<Path> path = path(results.get(i));
      if (path.isPresent()) {
        found.put(wanted.get(i), path.get());
      }
    }
    return found;
  }

  /** In the order of the requests, also when some of them failed. */
  private List<ArtifactResult> results(
      RepositorySystemSession session, List<ArtifactRequest> requests) {
    try {
      return system.resolveArtifacts(session, requests);
    } catch (ArtifactResolutionException e) {
      return e.getResults();
    }
  }

  private Optional<Path> path(ArtifactResult result) {
    if (result.isResolved()) {
      return Optional.of(result.getArtifact().getFile().toPath());
    }
    for (Exception reason : result.getExceptions()) {
      if (!SharedTrouble.isMiss(reason)) {
        throw new SharedTrouble(address).of(reason);
      }
    }
    return Optional.empty();
  }

  /** The name of a file as the resolver writes it. */
  static Artifact artifact(SharedFile file) {
    return new DefaultArtifact(
        file.groupId(), file.artifactId(), file.classifier(), file.extension(), file.version());
  }
}
