package com.acme.provisioning;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.util.Optional;
import java.util.TreeMap;

/** Understands {@code acme:<name>}; the version of the source is the version of the content. */
public final class AcmeLocator implements SourceLocator {

  @Override
  public Optional<SourceLocation> locate(SourceSpec spec) {
    if (!spec.uri().startsWith("acme:")) {
      return Optional.empty();
    }
    String name = spec.uri().substring("acme:".length());
    return Optional.of(
        new SourceLocation(
            "acme",
            spec.uri(),
            spec.version(),
            "",
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            new Coordinates("com.acme", name)));
  }
}
