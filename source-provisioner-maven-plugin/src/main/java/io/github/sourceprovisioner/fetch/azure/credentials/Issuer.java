package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks Entra ID for tokens of applications (RFC 6749, 4.4 and RFC 7523, 2.2). */
record Issuer(Asking asking) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String HOST = "AZURE_AUTHORITY_HOST";
  private static final int LONGEST = 64 * 1024;

  /**
   * A token of an application.
   *
   * @param form what proves it
   * @param origin how messages name it
   */
  BearerToken token(String tenant, Map<String, String> form, String origin)
      throws IOException, InterruptedException {
    URI place = place(tenant);
    String body =
        new TreeMap<>(form)
            .entrySet().stream()
                .map(part -> part.getKey() + "=" + encode(part.getValue()))
                .collect(Collectors.joining("&"));
    WebRequest request = WebRequest.post(place, FORM, body.getBytes(StandardCharsets.UTF_8));
    try (WebResponse answer = asking.web().send(request)) {
      if (answer.status() >= 500 || answer.status() == 429) {
        throw new WebFailures(asking.context(), asking.clock(), "token").refused(answer, place);
      }
      if (!answer.isSuccess()) {
        throw new AccessDenied(
            Problem.of("Entra ID gives no token to " + origin)
                .advise("check the id of the tenant and of the application")
                .advise("renew its secret: it may have expired"));
      }
      String text = new String(answer.body().readNBytes(LONGEST), StandardCharsets.UTF_8);
      return TokenAnswer.read(text, origin, asking.clock().instant())
          .orElseThrow(() -> new IOException("an answer without a token"));
    }
  }

  private URI place(String tenant) {
    String host = asking.machine().value(HOST).orElse(asking.authority());
    String root = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    try {
      return URI.create(root + "/" + encode(tenant) + "/oauth2/v2.0/token");
    } catch (IllegalArgumentException e) {
      throw new AccessDenied(
          Problem.of(HOST + " is no URL").advise("write it like https://login.example.com"));
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
