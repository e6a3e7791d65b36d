package io.github.sourceprovisioner.mojo.maven.shared;

import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ResolutionErrorPolicy;
import org.eclipse.aether.resolution.ResolutionErrorPolicyRequest;

/**
 * Makes sessions in which nothing lands in the user's local repository: what comes from the shared
 * repository, and what it lacked, is kept in a directory of our own.
 *
 * @param session the one of the build, which says what else holds
 * @param downloads the directory
 * @param timeout how long a host may be silent, unless the user configured that
 * @param batch whether nobody watches: only ends of transfers are shown
 */
public record SharedSession(
    RepositorySystem system,
    RepositorySystemSession session,
    Path downloads,
    Duration timeout,
    boolean batch) {

  /** The names of one setting on the resolvers of Maven 3 and 4. */
  private static final List<String> TIMEOUTS =
      List.of("aether.connector.requestTimeout", "aether.transport.http.requestTimeout");

  /** Maven 4 asks repositories for their groups first. Lists of them lag behind what is shared. */
  private static final String PREFIXES = "aether.remoteRepositoryFilter.prefixes";

  /**
   * A session of its own.
   *
   * @param traffic who hears of the transfers; the user sees those of content
   */
  RepositorySystemSession with(TransferListener traffic) {
    DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(session);
    own.setLocalRepositoryManager(
        system.newLocalRepositoryManager(own, new LocalRepository(downloads.toFile())));
    own.setTransferListener(new SharedTransfers(traffic, session.getTransferListener(), batch));
    own.setWorkspaceReader(null);
    own.setResolutionErrorPolicy(new MissesAreRemembered());
    own.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
    own.setConfigProperties(properties());
    return own;
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>(session.getConfigProperties());
    int millis = (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    TIMEOUTS.forEach(name -> properties.putIfAbsent(name, millis));
    properties.put(PREFIXES, false);
    return properties;
  }

  /** A repository that could not be asked may be asked again in the next run. */
  private static final class MissesAreRemembered implements ResolutionErrorPolicy {

    @Override
    public int getArtifactPolicy(
        RepositorySystemSession session, ResolutionErrorPolicyRequest<Artifact> request) {
      return CACHE_NOT_FOUND;
    }

    @Override
    public int getMetadataPolicy(
        RepositorySystemSession session, ResolutionErrorPolicyRequest<Metadata> request) {
      return CACHE_NOT_FOUND;
    }
  }
}
