package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.fetch.gcs.credentials.AccessToken;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What one call works with.
 *
 * @param token what requests show; empty means nothing
 */
record GcsSession(
    GcsPlace place, Optional<AccessToken> token, FetchContext context, InstantSource clock) {

  /** The same in another context. */
  GcsSession in(FetchContext other) {
    return new GcsSession(place, token, other, clock);
  }

  /** A client for one thread. */
  GcsClient client() {
    return new GcsClient(this, new HttpWeb(context, clock));
  }

  /** Says why an answer is none that helps. */
  GcsFailures failures() {
    return new GcsFailures(this);
  }
}
