package io.github.sourceprovisioner.fetch.maven;

import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.DerivedContext;
import io.github.sourceprovisioner.spi.FetchContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Locations of {@code org.acme:infra}, and the context that leads to repositories. */
record Order(FetchContext context, ArtifactRepositories artifacts) implements DerivedContext {

  static Order to(ArtifactRepositories artifacts) {
    return new Order(new RecordingContext(), artifacts);
  }

  static SourceLocation zip(String version) {
    return location(version, Optional.of("zip"), Optional.empty(), Map.of("type", "zip"));
  }

  static SourceLocation zip(String version, String checksum) {
    return location(version, Optional.of("zip"), Optional.of(checksum), Map.of("type", "zip"));
  }

  static SourceLocation file(Map<String, String> parameters) {
    return location("1.0", Optional.empty(), Optional.empty(), parameters);
  }

  private static SourceLocation location(
      String version,
      Optional<String> archive,
      Optional<String> checksum,
      Map<String, String> parameters) {
    return new SourceLocation(
        "maven",
        "mvn:org.acme:infra",
        Optional.of(version),
        "",
        archive,
        checksum,
        new TreeMap<>(parameters),
        new Coordinates("mvn.org.acme", "infra"));
  }
}
