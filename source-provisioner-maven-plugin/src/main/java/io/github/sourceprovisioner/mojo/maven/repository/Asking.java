package io.github.sourceprovisioner.mojo.maven.repository;

import io.github.sourceprovisioner.spi.TransferListener;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RepositoryPolicy;

/**
 * The session of the build, made to ask: this plugin has its own times to live, and asks only when
 * they are over.
 */
record Asking(RepositorySystemSession session) {

  /** The file of a snapshot's build keeps its name; otherwise it is copied to one that changes. */
  private static final String NORMALIZATION = "aether.artifactResolver.snapshotNormalization";

  /**
   * A copy of the session that counts, and that differs in three ways: what repositories said
   * earlier does not count (unless the user suppresses updates), every build of a snapshot is a
   * file of its own, and the modules of the build itself are no repository.
   */
  RepositorySystemSession counting(TransferListener transfers) {
    DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(session);
    if (!RepositoryPolicy.UPDATE_POLICY_NEVER.equals(session.getUpdatePolicy())) {
      own.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
    }
    own.setCache(new DefaultRepositoryCache());
    own.setConfigProperty(NORMALIZATION, false);
    own.setWorkspaceReader(null);
    own.setTransferListener(new CountedTransfers(session.getTransferListener(), transfers));
    return own;
  }
}
