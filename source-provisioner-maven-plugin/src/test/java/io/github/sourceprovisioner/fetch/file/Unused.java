package io.github.sourceprovisioner.fetch.file;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/** A directory needs nothing of what a context offers. */
final class Unused implements FetchContext {

  @Override
  public Path store() {
    throw new AssertionError("not needed");
  }

  @Override
  public Optional<Credential> credential() {
    throw new AssertionError("not needed");
  }

  @Override
  public Optional<Credential> credential(String url) {
    throw new AssertionError("not needed");
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    throw new AssertionError("not needed");
  }

  @Override
  public void note(String message) {
    throw new AssertionError("not needed");
  }

  @Override
  public TransferListener transfers() {
    throw new AssertionError("not needed");
  }

  @Override
  public Duration timeout() {
    throw new AssertionError("not needed");
  }

  @Override
  public boolean insecureAllowed() {
    throw new AssertionError("not needed");
  }

  /** The location of a directory. */
  static SourceLocation location(Path directory, String subdir) {
    return new SourceLocation(
        "file",
        "file://" + directory,
        Optional.empty(),
        subdir,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        new Coordinates("file", "modules"));
  }
}
