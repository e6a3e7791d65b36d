package io.github.sourceprovisioner.mojo.maven.repository;

import io.github.sourceprovisioner.model.Artifact;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata.Nature;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;

/** Two repositories, and what the resolver throws when they do not give {@code org.acme:infra}. */
final class Answers {

  static final Artifact INFRA = new Artifact("org.acme", "infra", "9.9", Optional.empty(), "zip");
  static final RemoteRepository ACME =
      new RemoteRepository.Builder("acme", "default", "https://bob:S3cret@repo.acme.org/m2")
          .build();
  static final RemoteRepository CENTRAL =
      new RemoteRepository.Builder("central", "default", "https://central.example.org/").build();

  static Refusals refusals(boolean offline, String... known) {
    return new Refusals(INFRA, List.of("central", "acme"), offline, () -> List.of(known));
  }

  static Exception broken(RemoteRepository repository, Throwable reason) {
    return new ArtifactTransferException(
        new DefaultArtifact("org.acme:infra:zip:9.9"), repository, reason);
  }

  static Exception absent(RemoteRepository repository) {
    return new ArtifactNotFoundException(new DefaultArtifact("org.acme:infra:zip:9.9"), repository);
  }

  /** The metadata of a version listing does not come. */
  static Exception silent(RemoteRepository repository) {
    return new MetadataTransferException(
        metadata(), repository, new ConnectException("Connection refused"));
  }

  static Exception lacksMetadata(RemoteRepository repository) {
    return new MetadataNotFoundException(metadata(), repository);
  }

  private static DefaultMetadata metadata() {
    return new DefaultMetadata("org.acme", "infra", "maven-metadata.xml", Nature.RELEASE);
  }

  private Answers() {}
}
