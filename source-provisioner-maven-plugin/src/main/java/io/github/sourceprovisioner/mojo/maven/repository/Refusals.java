package io.github.sourceprovisioner.mojo.maven.repository;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Artifact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the resolver's exceptions mean for the user. Of several repositories the one counts whose
 * trouble says most: one that may have the artifact and does not give it.
 *
 * @param wanted what was asked for
 * @param repositories the ids of those that were asked
 * @param offline whether nobody was asked
 * @param known all versions that are known, the newest last
 */
record Refusals(
    Artifact wanted, List<String> repositories, boolean offline, Supplier<List<String>> known) {

  private static final int SHOWN = 5;

  /** The failure to find what was asked for. */
  ProvisioningException of(Exception whole, List<Exception> reasons) {
    return told(Problem.of("no %s in %s".formatted(wanted, places())).because(whole), reasons);
  }

  /** The failure to find any version in a range. */
  ProvisioningException empty(List<Exception> reasons) {
    return told(Problem.of("no version of %s in %s".formatted(wanted, places())), reasons);
  }

  private ProvisioningException told(Problem absence, List<Exception> reasons) {
    if (offline) {
      return missingOffline(absence);
    }
    return worst(reasons)
        .filter(trouble -> trouble.kind() != Trouble.Kind.ABSENT)
        .map(this::of)
        .orElseGet(() -> absent(absence));
  }

  /**
   * Throws if the repository that an answer comes from has not answered now.
   *
   * @param source its id; empty if there is no answer
   */
  void silent(Optional<String> source, List<Exception> reasons) {
    List<Trouble> troubles =
        Trouble.all(reasons).stream()
            .filter(trouble -> trouble.kind() != Trouble.Kind.ABSENT)
            .toList();
    boolean answered =
        source.isPresent() && troubles.stream().noneMatch(trouble -> trouble.isOf(source.get()));
    if (!answered && !troubles.isEmpty()) {
      throw of(troubles.get(0));
    }
  }

  private static Optional<Trouble> worst(List<Exception> reasons) {
    return Trouble.all(reasons).stream().min(Comparator.comparing(Trouble::kind));
  }

  private ProvisioningException of(Trouble trouble) {
    String place = "the repository " + trouble.repository();
    return switch (trouble.kind()) {
      case CORRUPT -> corrupt(trouble, place);
      case DENIED -> denied(trouble, place);
      case BLOCKED ->
          new InvalidStack(
              Problem.of("Maven does not speak to %s: %s".formatted(place, trouble.text()))
                  .because(trouble.reason())
                  .advise("give it an https URL, or a <mirror> in settings.xml"));
      default ->
          new TransferFailed(
              Problem.of("%s did not answer for %s: %s".formatted(place, wanted, trouble.text()))
                  .because(trouble.reason())
                  .advise("check that it is up, and the <proxies> and <mirrors> of settings.xml"));
    };
  }

  private IntegrityMismatch corrupt(Trouble trouble, String place) {
    return new IntegrityMismatch(
        Problem.of("%s has no right checksum of %s: %s".formatted(place, wanted, trouble.text()))
            .because(trouble.reason())
            .advise("have it deployed again, together with its checksums")
            .advise("set the <checksumPolicy> of the repository, if you trust it without them"));
  }

  private AccessDenied denied(Trouble trouble, String place) {
    String server = trouble.id();
    return new AccessDenied(
        Problem.of("%s refuses %s: %s".formatted(place, wanted, trouble.text()))
            .because(trouble.reason())
            .advise("give a <server> with the id %s to settings.xml".formatted(server))
            .advise("check that the user of <server> %s may read the artifact".formatted(server)));
  }

  private CacheUnusable missingOffline(Problem absence) {
    String message =
        "%s is neither in the cache nor in the local repository, and Maven is offline"
            .formatted(wanted);
    return new CacheUnusable(
        new Problem(message, absence.position(), absence.advice(), absence.cause())
            .advise("run once without -o"));
  }

  private SourceNotFound absent(Problem problem) {
    List<String> versions = known.get();
    if (versions.contains(wanted.version())) {
      return new SourceNotFound(
          problem.advise(
              "check classifier and type: this version has no file %s@%s"
                  .formatted(wanted.classifier().orElse(""), wanted.type())));
    }
    return new SourceNotFound(
        (versions.isEmpty() ? problem : problem.advise("pick one of " + newest(versions)))
            .advise("check the coordinates, and that a <repository> of the POM has them"));
  }

  private static String newest(List<String> versions) {
    int first = Math.max(0, versions.size() - SHOWN);
    return String.join(", ", versions.subList(first, versions.size())) + " (newest)";
  }

  private String places() {
    return repositories.isEmpty() ? "the local repository" : String.join(", ", repositories);
  }
}
