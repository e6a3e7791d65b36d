package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.DerivedContext;
import io.github.sourceprovisioner.spi.FetchContext;
import java.util.Optional;

/**
 * A context whose credential is the signature in the URL itself: it is never shown in a header.
 *
 * @param origin who the signature is for
 */
record SignedContext(FetchContext context, Optional<Origin> origin) implements DerivedContext {

  /** The user that stands for "the password is a part of the query". */
  private static final String SIGNATURE = "?";

  static boolean isSignature(Credential credential) {
    return credential.user().equals(SIGNATURE);
  }

  /** The context itself, unless the location is signed. */
  static FetchContext around(FetchContext context, String url) {
    return context.credential().filter(SignedContext::isSignature).isPresent()
        ? new SignedContext(context, Origin.of(url))
        : context;
  }

  /** The failure of a host that does not take the signature. */
  static AccessDenied refused(AccessDenied reason) {
    return new AccessDenied(
        Problem.of("the host refuses the signature in the URI")
            .because(reason)
            .advise("ask for a new URL: signatures expire")
            .advise("check that the whole URL was copied"));
  }

  @Override
  public Optional<Credential> credential() {
    return Optional.empty();
  }

  @Override
  public Optional<Credential> credential(String url) {
    return Origin.of(url).equals(origin) ? Optional.empty() : context.credential(url);
  }
}
