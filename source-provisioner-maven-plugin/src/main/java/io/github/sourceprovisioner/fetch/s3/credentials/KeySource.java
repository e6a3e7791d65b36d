package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import java.io.IOException;
import java.util.Optional;

/** One place where a key may be. */
interface KeySource {

  /**
   * The key; empty if nothing is configured there.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if something is, and it does
   *     not work
   */
  Optional<AwsKey> find(Asking asking) throws IOException, InterruptedException;
}
