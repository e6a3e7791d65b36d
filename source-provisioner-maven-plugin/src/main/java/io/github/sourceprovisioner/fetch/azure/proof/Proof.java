package io.github.sourceprovisioner.fetch.azure.proof;

import io.github.sourceprovisioner.web.WebRequest;

/** What a request shows; {@link Object#toString()} names it without showing it. */
public sealed interface Proof permits AccountKey, SharedAccess, BearerToken {

  /** What belongs into the query of every request, encoded; empty for nothing. */
  String query();

  /** A request with the header that belongs to it; all its other headers are there already. */
  WebRequest signed(WebRequest request);
}
