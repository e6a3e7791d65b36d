package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.web.inside.InnerService;
import io.github.sourceprovisioner.web.inside.InnerService.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity that Azure gives to what runs there: to an app by a service that variables name, to
 * a virtual machine by its metadata service. {@code AZURE_CLIENT_ID} picks one of several.
 */
record ManagedIdentity(Asking asking) {

  private static final String ENDPOINT = "IDENTITY_ENDPOINT";
  private static final Pattern NEAR =
      Pattern.compile("localhost|\\[::1]|(127\\.[0-9]{1,3}|169\\.254)(\\.[0-9]{1,3}){2}");

  /** The token; empty on all other machines. */
  Optional<BearerToken> find() {
    Optional<String> endpoint = asking.machine().value(ENDPOINT);
    Optional<String> secret = asking.machine().value("IDENTITY_HEADER");
    return endpoint.isPresent() && secret.isPresent()
        ? Optional.of(ofApp(endpoint.get(), secret.get()))
        : ofMachine();
  }

  private BearerToken ofApp(String endpoint, String secret) {
    URI uri = checked(endpoint + "?api-version=2019-08-01" + resource());
    return ask(uri, Map.of("X-IDENTITY-HEADER", secret), "the identity of this app")
        .orElseThrow(
            () ->
                new TransferFailed(
                    Problem.of("the service of " + ENDPOINT + " gives out no token")
                        .advise("check that the app has an identity, and AZURE_CLIENT_ID")));
  }

  private Optional<BearerToken> ofMachine() {
    URI uri =
        URI.create(
            asking.machine().metadata()
                + "/metadata/identity/oauth2/token?api-version=2018-02-01"
                + resource());
    return ask(uri, Map.of("Metadata", "true"), "the identity of this machine");
  }

  private Optional<BearerToken> ask(URI uri, Map<String, String> headers, String origin) {
    return InnerService.USUAL
        .ask("GET", uri, headers)
        .filter(answer -> answer.status() == 200)
        .map(Answer::body)
        .flatMap(body -> TokenAnswer.read(body, origin, asking.clock().instant()));
  }

  private String resource() {
    return "&resource="
        + encode(TokenAnswer.RESOURCE)
        + asking
            .machine()
            .value("AZURE_CLIENT_ID")
            .map(id -> "&client_id=" + encode(id))
            .orElse("");
  }

  /** Plain HTTP reaches only what never leaves the machine. */
  private static URI checked(String text) {
    try {
      URI uri = URI.create(text);
      boolean near =
          uri.getHost() != null
              && ("https".equals(uri.getScheme())
                  || ("http".equals(uri.getScheme()) && NEAR.matcher(uri.getHost()).matches()));
      if (near && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    throw refused();
  }

  private static AccessDenied refused() {
    return new AccessDenied(
        Problem.of(ENDPOINT + " names a host that could be anyone's")
            .advise("use https, or an address of this machine"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
