package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.DerivedContext;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What one call works with.
 *
 * @param place what it is about
 * @param proof what requests show; empty means nothing
 * @param context the caller's, without its credentials
 * @param clock says when a request is signed
 */
record AzureSession(
    AzurePlace place, Optional<Proof> proof, FetchContext context, InstantSource clock) {

  /** Keys and signatures are no user and password, so nobody may show them as such. */
  private record WithoutCredentials(FetchContext context) implements DerivedContext {

    @Override
    public Optional<Credential> credential() {
      return Optional.empty();
    }

    @Override
    public Optional<Credential> credential(String url) {
      return Optional.empty();
    }
  }

  /** A session in the context of a caller. */
  static AzureSession of(
      AzurePlace place, Optional<Proof> proof, FetchContext context, InstantSource clock) {
    return new AzureSession(place, proof, new WithoutCredentials(context), clock);
  }

  /** The same in another context that is derived from this one's. */
  AzureSession in(FetchContext other) {
    return new AzureSession(place, proof, other, clock);
  }

  /** A client for one thread. */
  AzureClient client() {
    return new AzureClient(this, new HttpWeb(context, clock));
  }

  /** Says why an answer is none that helps. */
  AzureFailures failures() {
    return new AzureFailures(this);
  }
}
