package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says which scheme a source belongs to, from what is forced, else from its form. */
final class Detection {

  private Detection() {}

  /** The scheme; empty if the grammar does not know it and an extension may. */
  static Optional<String> scheme(SourceSpec spec, UriParts parts) {
    if (parts.place().isEmpty()) {
      throw new Refusals(spec).invalid("nothing to fetch", "write a URL, or ./directory");
    }
    Optional<String> forced = forced(spec, parts);
    if (spec.type().isEmpty()) {
      return parts.force().isEmpty() ? natural(spec, parts) : forced;
    }
    Optional<String> typed = spec.type().map(Schemes.TYPES::get);
    if (forced.isPresent() && typed.isPresent() && !forced.equals(typed)) {
      throw new Refusals(spec)
          .invalid(
              "'type: " + spec.type().get() + "' beside '" + parts.force() + "::'",
              "keep one of the two");
    }
    return parts.force().isEmpty() || forced.isPresent() ? typed : Optional.empty();
  }

  private static Optional<String> forced(SourceSpec spec, UriParts parts) {
    Optional<String> scheme = Optional.ofNullable(Schemes.FORCED.get(parts.force()));
    if (scheme.isPresent() && !UriParts.of(parts.place()).force().isEmpty()) {
      throw new Refusals(spec).invalid("two forced prefixes", "keep one '::' and its prefix");
    }
    return scheme;
  }

  private static Optional<String> natural(SourceSpec spec, UriParts parts) {
    if (parts.isUrl()) {
      return ofUrl(spec, parts);
    }
    String place = parts.place();
    String first = parts.firstSegment();
    if (first.equals(".") || first.equals("..") || first.isEmpty()) {
      return Optional.of(Schemes.FILE);
    }
    if (HostedRepository.isShorthand(parts) || ShortSsh.matches(place)) {
      return Optional.of(Schemes.GIT);
    }
    if (first.startsWith("mvn:")) {
      return Optional.of(Schemes.MAVEN);
    }
    if (place.contains("/") && S3Host.isAmazon(first.toLowerCase(Locale.ROOT))) {
      return Optional.of(Schemes.S3);
    }
    if (place.contains("/") && GcsLocator.isShorthand(parts)) {
      return Optional.of(Schemes.GCS);
    }
    boolean drive = first.matches("[A-Za-z]:.*") && onWindows(spec);
    return first.contains(":") && !drive ? Optional.empty() : Optional.of(Schemes.FILE);
  }

  private static boolean onWindows(SourceSpec spec) {
    return spec.baseDirectory().getFileSystem().getSeparator().equals("\\");
  }

  private static Optional<String> ofUrl(SourceSpec spec, UriParts parts) {
    String place = parts.place();
    String scheme = place.substring(0, place.indexOf("://")).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "ssh", "git" -> Optional.of(Schemes.GIT);
      case "http", "https" -> Optional.of(isGit(spec, parts) ? Schemes.GIT : Schemes.HTTP);
      case "s3" -> Optional.of(Schemes.S3);
      case "gs" -> Optional.of(Schemes.GCS);
      case "oci" -> Optional.of(Schemes.OCI);
      case "file" -> Optional.of(Schemes.FILE);
      case "hg" -> Optional.of(Schemes.MERCURIAL);
      default -> Optional.empty();
    };
  }

  /** A path that ends with {@code .git}, or the page of a repository on one of the big hosts. */
  private static boolean isGit(SourceSpec spec, UriParts parts) {
    Address address = Address.of(parts.place(), Set.of("http", "https"), new Refusals(spec));
    return address.path().matches(".*[^/]\\.git/?") || HostedRepository.isRepositoryPage(address);
  }
}
