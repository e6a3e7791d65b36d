package com.acme.provisioning;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.net.URI;
import java.util.Optional;
import java.util.TreeMap;

/** Understands {@code acme:<URL of a thing>}; the version of the source is that of the thing. */
public final class AcmeLocator implements SourceLocator {

  @Override
  public Optional<SourceLocation> locate(SourceSpec spec) {
    if (!spec.uri().startsWith("acme:")) {
      return Optional.empty();
    }
    String url = spec.uri().substring("acme:".length());
    String host = URI.create(url).getAuthority().replace(':', '-');
    String name = url.substring(url.lastIndexOf('/') + 1);
    return Optional.of(
        new SourceLocation(
            "acme",
            url,
            spec.version(),
            "",
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            new Coordinates("com.acme." + host, name)));
  }
}
