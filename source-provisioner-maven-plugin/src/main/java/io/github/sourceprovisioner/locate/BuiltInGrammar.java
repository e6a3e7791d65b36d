package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.util.Map;
import java.util.Optional;

/** The locator of all schemes that the plugin itself knows. */
final class BuiltInGrammar implements SourceLocator {

  private final Map<String, Grammar> grammars =
      Map.of(
          Schemes.GIT, new GitLocator(),
          Schemes.HTTP, new HttpLocator(),
          Schemes.S3, new S3Locator(),
          Schemes.GCS, new GcsLocator(),
          Schemes.AZURE, new AzureLocator(),
          Schemes.OCI, new OciLocator(),
          Schemes.MAVEN, new MavenLocator(),
          Schemes.FILE, new FileLocator(),
          Schemes.MERCURIAL, BuiltInGrammar::refuseMercurial);

  @Override
  public Optional<SourceLocation> locate(SourceSpec spec) {
    UriParts parts = UriParts.of(spec.uri());
    return Detection.scheme(spec, parts)
        .flatMap(scheme -> Optional.ofNullable(grammars.get(scheme)))
        .map(grammar -> grammar.locate(Reading.of(spec, parts)));
  }

  private static SourceLocation refuseMercurial(Reading reading) {
    throw new UnknownSource(
        Problem.of("Mercurial is not supported: '" + Redaction.redact(reading.spec().uri()) + "'")
            .at(reading.spec().position())
            .advise("mirror the repository to git, or fetch an archive of it over https"));
  }
}
