package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Artifact;
import java.nio.file.Path;

/**
 * The Maven repositories of the running build, the local one among them, with all that is
 * configured for them: mirrors, proxies, credentials, policies, and whether Maven is offline.
 *
 * <p>Both methods throw {@link io.github.sourceprovisioner.failure.SourceNotFound} for what no
 * repository has, {@link io.github.sourceprovisioner.failure.CacheUnusable} for what an offline
 * build lacks, {@link io.github.sourceprovisioner.failure.AccessDenied}, {@link
 * io.github.sourceprovisioner.failure.TransferFailed}, and {@link
 * io.github.sourceprovisioner.failure.IntegrityMismatch} for a checksum that the policy refuses.
 */
public interface ArtifactRepositories {

  /** Nobody has repositories here. */
  ArtifactRepositories NONE =
      new ArtifactRepositories() {
        @Override
        public String version(Artifact wanted, TransferListener transfers) {
          throw refusal(wanted);
        }

        @Override
        public Path file(Artifact exact, TransferListener transfers) {
          throw refusal(exact);
        }

        private UnknownSource refusal(Artifact artifact) {
          return new UnknownSource(
              Problem.of("nothing here can ask Maven's repositories for " + artifact)
                  .advise("run source:create or source:update"));
        }
      };

  /**
   * The exact version that the wanted one means now: a release means itself, a snapshot its newest
   * build, a range its highest version. What repositories said earlier does not count.
   *
   * @param transfers where to report what it costs
   */
  String version(Artifact wanted, TransferListener transfers);

  /**
   * The file of an exact version, in the local repository: nobody may change it. It is asked for
   * only if it is not there yet.
   *
   * @param transfers where to report what it costs
   */
  Path file(Artifact exact, TransferListener transfers);
}
