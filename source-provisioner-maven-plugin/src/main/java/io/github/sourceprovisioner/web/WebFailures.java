package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Says in our own words what an answer or a broken connection means. What hosts like to say stays
 * out of it.
 *
 * @param context knows which credential was shown, and which way was taken
 * @param clock reads a date that a host wants to be left alone until
 * @param what the word for what was asked for: {@code repository}, {@code archive}
 */
public record WebFailures(FetchContext context, InstantSource clock, String what) {

  /**
   * The failure for an answer that is no success.
   *
   * @param asked the URI before any redirect
   */
  public ProvisioningException refused(WebResponse answer, URI asked) {
    int status = answer.status();
    String host = WebUrl.authority(answer.uri());
    if (status == 401 || status == 403) {
      return denied(answer.uri(), asked);
    }
    if (status == 404 || status == 410) {
      return absent(answer.uri(), asked);
    }
    if (status == 407) {
      return new NetworkFailures(answer.uri(), ProxyRoute.to(answer.uri(), context))
          .proxyRefuses(status);
    }
    if (status == 429 || status >= 500) {
      return new TransferFailed(
          Problem.of(host + " answers with status " + status).advise("try again later"),
          answer.header("Retry-After").flatMap(v -> RetryAfter.parse(v, clock.instant())));
    }
    return other(host, status);
  }

  /**
   * The failure for a connection or a body that broke.
   *
   * @param uri what was asked
   */
  public ProvisioningException broken(URI uri, IOException e) {
    return new NetworkFailures(uri, ProxyRoute.to(uri, context)).explain(e);
  }

  private SourceNotFound other(String host, int status) {
    if (status < 400) {
      return new SourceNotFound(
          Problem.of(host + " redirects to a place that is not followed")
              .advise("ask for the " + what + " under its new URL"));
    }
    return new SourceNotFound(
        Problem.of(host + " refuses the request with status " + status)
            .advise("check the URL of the " + what));
  }

  private AccessDenied denied(URI uri, URI asked) {
    String host = WebUrl.authority(uri);
    if (!RedirectRules.sameOrigin(uri, asked)) {
      return new AccessDenied(
          Problem.of(host + " refuses access, and no credential follows a redirect to it")
              .advise("ask for the " + what + " under its new URL"));
    }
    Optional<Credential> shown = context.credential(uri.toString());
    String how =
        shown
            .map(known -> " with the credential of " + known.id())
            .orElse(", and no credential is configured for it");
    Problem problem = Problem.of(host + " refuses access" + how);
    return new AccessDenied(
        (shown.isPresent()
                ? problem.advise("check that the token is valid and may read the " + what)
                : problem.advise("add a <server> with the id " + host + " to settings.xml"))
            .advise("check the spelling: many hosts answer so for what does not exist"));
  }

  private SourceNotFound absent(URI uri, URI asked) {
    Optional<Credential> shown =
        RedirectRules.sameOrigin(uri, asked)
            ? context.credential(uri.toString())
            : Optional.empty();
    String advice =
        shown
            .map(
                known ->
                    "check the URL, and that the credential of "
                        + known.id()
                        + " may read it: a private "
                        + what
                        + " looks the same")
            .orElse("check the URL; a private " + what + " looks the same without a credential");
    return new SourceNotFound(Problem.of("no such " + what).advise(advice));
  }
}
