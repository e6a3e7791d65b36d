package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.locate.InlineCredentials;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;

/**
 * As whom a source wants to be asked for.
 *
 * @param inline what its URI holds
 * @param server the {@code <server>} that it names; empty if the URI holds a credential, which wins
 */
record Requester(Optional<Credential> inline, Optional<String> server) {

  /** The source leaves it to the URL. */
  static final Requester ANYBODY = new Requester(Optional.empty(), Optional.empty());

  /** What a source says of it. */
  static Requester of(SourceSpec spec) {
    Optional<Credential> inline = InlineCredentials.of(spec);
    return new Requester(inline, inline.isPresent() ? Optional.empty() : spec.auth());
  }

  /** Whether it names nobody, and so takes whatever another one is given. */
  boolean isAnybody() {
    return inline.isEmpty() && server.isEmpty();
  }

  /** How messages say it, without secrets. */
  @Override
  public String toString() {
    return server.map(id -> "<server> " + id).orElse("the credential in its URI");
  }
}
