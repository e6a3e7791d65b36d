package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import java.util.Optional;

/** The key that the usual variables hold. */
record EnvironmentKey() implements KeySource {

  @Override
  public Optional<AwsKey> find(Asking asking) {
    Optional<String> id = asking.machine().value("AWS_ACCESS_KEY_ID");
    Optional<String> secret = asking.machine().value("AWS_SECRET_ACCESS_KEY");
    if (id.isPresent() != secret.isPresent()) {
      asking.context().note("one half of a key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AwsKey(
            id.get(),
            secret.get(),
            asking.machine().value("AWS_SESSION_TOKEN"),
            "the variable AWS_ACCESS_KEY_ID"));
  }
}
