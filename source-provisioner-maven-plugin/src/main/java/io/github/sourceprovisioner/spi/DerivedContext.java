package io.github.sourceprovisioner.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A context that says what another one says, but for the methods that it has itself. */
public interface DerivedContext extends FetchContext {

  /** The other one. */
  FetchContext context();

  @Override
  default Path store() {
    return context().store();
  }

  @Override
  default Optional<Credential> credential() {
    return context().credential();
  }

  @Override
  default Optional<Credential> credential(String url) {
    return context().credential(url);
  }

  @Override
  default Optional<ProxyServer> proxy(String url) {
    return context().proxy(url);
  }

  @Override
  default void note(String message) {
    context().note(message);
  }

  @Override
  default TransferListener transfers() {
    return context().transfers();
  }

  @Override
  default Duration timeout() {
    return context().timeout();
  }

  @Override
  default boolean insecureAllowed() {
    return context().insecureAllowed();
  }

  @Override
  default boolean credentialProgramsAllowed() {
    return context().credentialProgramsAllowed();
  }

  @Override
  default ArtifactRepositories artifacts() {
    return context().artifacts();
  }
}
