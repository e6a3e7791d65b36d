package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What issuers of tokens answer; some write numbers as texts. */
final class TokenAnswer {

  /** Whom tokens are for: the storage of all clouds. */
  static final String RESOURCE = "https://storage.azure.com/";

  private TokenAnswer() {}

  /** The token in an answer; empty if there is none in it. */
  static Optional<BearerToken> read(String text, String origin, Instant now) {
    try {
      JsonObject answer = JsonObject.parse(text.getBytes(StandardCharsets.UTF_8));
      Optional<Instant> ends =
          number(answer, "expires_in")
              .map(now::plusSeconds)
              .or(() -> number(answer, "expires_on").map(Instant::ofEpochSecond));
      return answer.text("access_token").map(value -> new BearerToken(value, origin, ends));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(JsonObject answer, String name) {
    Object member = answer.members().get(name);
    return Optional.ofNullable(member)
        .map(Object::toString)
        .filter(text -> text.matches("[0-9]{1,12}"))
        .map(Long::valueOf);
  }
}
