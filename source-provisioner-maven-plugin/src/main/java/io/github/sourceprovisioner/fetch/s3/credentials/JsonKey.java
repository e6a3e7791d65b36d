package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A temporary key as containers and instances write it. */
final class JsonKey {

  private JsonKey() {}

  /**
   * The key in an answer; empty if there is none in it.
   *
   * @param origin how messages name it
   */
  static Optional<AwsKey> read(String text, String origin) {
    try {
      JsonObject answer = JsonObject.parse(text.getBytes(StandardCharsets.UTF_8));
      Optional<String> id = answer.text("AccessKeyId");
      Optional<String> secret = answer.text("SecretAccessKey");
      return id.isEmpty() || secret.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new AwsKey(
                  id.get(),
                  secret.get(),
                  answer.text("Token"),
                  origin,
                  answer.text("Expiration").flatMap(SecurityTokens::time)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
