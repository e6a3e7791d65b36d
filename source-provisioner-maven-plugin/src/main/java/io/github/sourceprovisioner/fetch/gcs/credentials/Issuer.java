package io.github.sourceprovisioner.fetch.gcs.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Asks for tokens (RFC 6749, 6 and RFC 7523).
 *
 * @param clock says what has expired
 */
record Issuer(Web web, FetchContext context, InstantSource clock) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LONGEST = 64 * 1024;

  /**
   * A token in exchange for a proof.
   *
   * @param form what to send
   * @param origin how messages name the proof
   */
  AccessToken exchange(URI place, Map<String, String> form, String origin)
      throws IOException, InterruptedException {
    String body =
        new TreeMap<>(form)
            .entrySet().stream()
                .map(part -> part.getKey() + "=" + encode(part.getValue()))
                .collect(Collectors.joining("&"));
    WebRequest request = WebRequest.post(place, FORM, body.getBytes(StandardCharsets.UTF_8));
    try (WebResponse answer = web.send(request)) {
      if (answer.status() >= 500 || answer.status() == 429) {
        throw new WebFailures(context, clock, "token").refused(answer, place);
      }
      if (!answer.isSuccess()) {
        throw new AccessDenied(
            Problem.of("Google gives no token for " + origin)
                .advise("sign in again: gcloud auth application-default login")
                .advise("check that the account and its key are not disabled"));
      }
      String text = new String(answer.body().readNBytes(LONGEST), StandardCharsets.UTF_8);
      return token(text, origin, clock.instant())
          .orElseThrow(() -> new IOException("an answer without a token"));
    }
  }

  /** The token in an answer; empty if there is none in it. */
  static Optional<AccessToken> token(String text, String origin, Instant now) {
    try {
      JsonObject answer = JsonObject.parse(text.getBytes(StandardCharsets.UTF_8));
      Optional<Instant> end =
          answer.number("expires_in").stream().mapToObj(now::plusSeconds).findFirst();
      return answer.text("access_token").map(value -> new AccessToken(value, origin, end));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
