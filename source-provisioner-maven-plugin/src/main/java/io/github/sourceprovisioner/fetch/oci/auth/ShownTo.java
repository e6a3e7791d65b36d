package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.DerivedContext;
import io.github.sourceprovisioner.spi.FetchContext;
import java.net.URI;
import java.util.Optional;

/**
 * A context with exactly one credential, for exactly one origin, so that nothing else that is
 * configured gets into a conversation.
 *
 * @param context knows everything else
 * @param place any URL of the origin
 * @param only what it is shown; empty means nothing
 */
record ShownTo(FetchContext context, URI place, Optional<Credential> only)
    implements DerivedContext {

  @Override
  public Optional<Credential> credential() {
    return only;
  }

  @Override
  public Optional<Credential> credential(String url) {
    return only.filter(any -> Origin.of(url).equals(Origin.of(place.toString())));
  }
}
