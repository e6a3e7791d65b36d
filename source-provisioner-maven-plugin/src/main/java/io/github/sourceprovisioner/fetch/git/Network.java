package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** The ways to hosts. */
interface Network {

  /**
   * The same ways, where other authorities vouch for hosts, too.
   *
   * @param authorities a file with their certificates in PEM
   */
  default Network trusting(Path authorities) {
    return this;
  }

  /** The way over HTTP for one session. */
  Web web(FetchContext context, InstantSource clock);

  /**
   * A new connection to the {@code git-upload-pack} of a repository that is not behind HTTP.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the host cannot be trusted
   */
  Duplex streams(GitSession session) throws IOException, InterruptedException;
}
