package io.github.sourceprovisioner.mojo.maven.shared;

import io.github.sourceprovisioner.spi.SharedDeployment;
import io.github.sourceprovisioner.spi.SharedFile;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.impl.RepositoryConnectorProvider;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.spi.connector.ArtifactDownload;
import org.eclipse.aether.spi.connector.ArtifactTransfer;
import org.eclipse.aether.spi.connector.ArtifactUpload;
import org.eclipse.aether.spi.connector.RepositoryConnector;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;

/**
 * Adds snapshots with the credentials and the proxy of the settings; mirrors are for looking. Files
 * go through a connector, as what deploys artifacts also keeps a list of all versions, which nobody
 * would read and builds side by side would spoil.
 */
public record MavenSharedDeployment(
    SharedAddress address,
    RepositorySystem system,
    RepositoryConnectorProvider connectors,
    SharedSession sessions)
    implements SharedDeployment {

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public boolean download(SharedFile file, Path target, TransferListener traffic) {
    ArtifactDownload download =
        new ArtifactDownload(
            MavenSharedRepository.artifact(file),
            "",
            target.toFile(),
            RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
    RepositorySystemSession session = sessions.with(traffic);
    download.setListener(new SharedTransfers(traffic, null, true));
    return transfer(download, session, connector -> connector.get(List.of(download), null));
  }

  @Override
  public void upload(SharedFile file, Path content, TransferListener traffic) {
    ArtifactUpload upload =
        new ArtifactUpload(
            MavenSharedRepository.artifact(file).setFile(content.toFile()), content.toFile());
    RepositorySystemSession session = sessions.with(traffic);
    upload.setListener(session.getTransferListener());
    if (!transfer(upload, session, connector -> connector.put(List.of(upload), null))) {
      throw new SharedTrouble(address).of(upload.getException());
    }
  }

  /** Whether the repository knew the file. */
  private boolean transfer(
      ArtifactTransfer transfer,
      RepositorySystemSession session,
      Consumer<RepositoryConnector> work) {
    SharedTrouble trouble = new SharedTrouble(address);
    var repository = system.newDeploymentRepository(session, address.repository());
    try (RepositoryConnector connector = connectors.newRepositoryConnector(session, repository)) {
      work.accept(connector);
    } catch (NoRepositoryConnectorException e) {
      throw trouble.of(e);
    }
    if (transfer.getException() != null && !SharedTrouble.isMiss(transfer.getException())) {
      throw trouble.of(transfer.getException());
    }
    return transfer.getException() == null;
  }
}
