package io.github.sourceprovisioner.mojo.maven.repository;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Artifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.ArtifactRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.resolution.VersionRequest;
import org.eclipse.aether.resolution.VersionResolutionException;
import org.eclipse.aether.resolution.VersionResult;
import org.eclipse.aether.version.Version;
import org.jspecify.annotations.Nullable;

/** One question to Maven's repositories about one artifact. */
record Question(
    RepositorySystem system,
    RepositorySystemSession session,
    List<RemoteRepository> remotes,
    Artifact wanted) {

  private static final String ALL = "[0,)";

  /** The exact version that the wanted one means now. */
  String version() {
    String version = wanted.version().matches("[\\[(].*") ? highest() : wanted.version();
    try {
      VersionResult result =
          system.resolveVersion(session, new VersionRequest(named(version), remotes, null));
      requireAnswer(result.getRepository(), result.getExceptions());
      return result.getVersion();
    } catch (VersionResolutionException e) {
      throw refusals().of(e, e.getResult().getExceptions());
    }
  }

  /** The file of an exact version. */
  Path file() {
    try {
      return system
          .resolveArtifact(session, new ArtifactRequest(named(wanted.version()), remotes, null))
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw refusals().of(e, e.getResult().getExceptions());
    }
  }

  private String highest() {
    try {
      VersionRangeResult result = range(wanted.version());
      Version highest = result.getHighestVersion();
      if (highest == null) {
        throw refusals().empty(result.getExceptions());
      }
      requireAnswer(result.getRepository(highest), result.getExceptions());
      return highest.toString();
    } catch (VersionRangeResolutionException e) {
      throw new InvalidStack(
          Problem.of("the range " + wanted.version() + " cannot be meant")
              .because(e)
              .advise("write the lower version first: [1.0,2.0)"));
    }
  }

  /**
   * Maven makes do with what a repository said earlier if it does not answer now. Here that is a
   * failure, so that the caller knows that nothing was learned, and can say so.
   */
  private void requireAnswer(@Nullable ArtifactRepository source, List<Exception> troubles) {
    if (!session.isOffline()) {
      refusals().silent(Optional.ofNullable(source).map(ArtifactRepository::getId), troubles);
    }
  }

  private VersionRangeResult range(String range) throws VersionRangeResolutionException {
    return system.resolveVersionRange(
        session, new VersionRangeRequest(named(range), remotes, null));
  }

  /** All versions that are known, the newest last; none if nobody tells. */
  private List<String> known() {
    try {
      return range(ALL).getVersions().stream().map(Version::toString).toList();
    } catch (VersionRangeResolutionException e) {
      return List.of();
    }
  }

  private Refusals refusals() {
    return new Refusals(
        wanted,
        remotes.stream().filter(Question::mayBeAsked).map(RemoteRepository::getId).toList(),
        session.isOffline(),
        this::known);
  }

  private static boolean mayBeAsked(RemoteRepository remote) {
    return remote.getPolicy(false).isEnabled() || remote.getPolicy(true).isEnabled();
  }

  private org.eclipse.aether.artifact.Artifact named(String version) {
    ArtifactType type = session.getArtifactTypeRegistry().get(wanted.type());
    String own = type == null ? "" : type.getClassifier();
    return new DefaultArtifact(
        wanted.groupId(),
        wanted.artifactId(),
        wanted.classifier().orElse(own),
        type == null ? wanted.type() : type.getExtension(),
        version);
  }
}
