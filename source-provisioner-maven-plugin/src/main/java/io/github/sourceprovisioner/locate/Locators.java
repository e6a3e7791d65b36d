package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Turns sources into locations: the built-in grammar, and what extensions add to it. */
public final class Locators {

  private static final String BUILT_IN = "the built-in grammar";

  private final SourceLocator builtIn = new BuiltInGrammar();
  private final List<SourceLocator> extensions;

  /** Somebody says that a source is theirs; whether it is valid shows when it is asked. */
  private record Claim(String locator, Supplier<SourceLocation> location) {}

  /**
   * @param extensions the locators of third parties, in any order: the order decides nothing
   */
  public Locators(List<SourceLocator> extensions) {
    this.extensions = List.copyOf(extensions);
  }

  /**
   * The location of a source, without secrets. Pure: no network, no file system.
   *
   * @throws UnknownSource if nobody understands the URI
   * @throws InvalidStack if it says something that cannot be meant, or if two locators claim it
   */
  public SourceLocation locate(SourceSpec spec) {
    Refusals refusals = new Refusals(spec);
    ControlCharacters.refuse(spec.uri(), refusals);
    ControlCharacters.refuse(spec.version().orElse("") + spec.path().orElse(""), refusals);
    if (!spec.uri().strip().equals(spec.uri())) {
      throw refusals.invalid("blanks around the URI", "remove them");
    }
    if (spec.type().filter(type -> !Schemes.TYPES.containsKey(type)).isPresent()) {
      throw refusals.invalid(
          "an unknown type",
          "write a type that is known: git, git-worktree, http, s3, gcs, azure, oci, maven or file");
    }
    List<Claim> claims = claims(spec);
    if (claims.isEmpty()) {
      throw unknown(spec);
    }
    if (claims.size() > 1) {
      String names =
          claims.stream().map(Claim::locator).sorted().collect(Collectors.joining(" and "));
      throw refusals.invalid(
          "two owners, " + names + ",",
          "remove one of the extensions, or write a URI that only one of them understands");
    }
    return claims.get(0).location().get();
  }

  private List<Claim> claims(SourceSpec spec) {
    List<Claim> claims = new ArrayList<>();
    claim(BUILT_IN, builtIn, spec).ifPresent(claims::add);
    for (SourceLocator extension : extensions) {
      claim(extension.getClass().getName(), extension, spec).ifPresent(claims::add);
    }
    return claims;
  }

  /** A locator that refuses a source thereby says that it is its own. */
  private static Optional<Claim> claim(String name, SourceLocator locator, SourceSpec spec) {
    try {
      return locator.locate(spec).map(location -> new Claim(name, () -> location));
    } catch (ProvisioningException refusal) {
      return Optional.of(
          new Claim(
              name,
              () -> {
                throw refusal;
              }));
    }
  }

  private static UnknownSource unknown(SourceSpec spec) {
    return new UnknownSource(
        Problem.of("nothing understands the source '" + Redaction.redact(spec.uri()) + "'")
            .at(spec.position())
            .advise(
                "begin the URI with git::, https://, ssh://, s3::, gs://, azurerm::, oci://, mvn: or ./")
            .advise("add the extension that brings the scheme to the plugin's dependencies"));
  }
}
