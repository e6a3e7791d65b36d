package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.web.WebFailures;
import java.util.Optional;
import java.util.Set;

/** Says in our own words why a store did not do what it was asked for. */
record AzureFailures(AzureSession session) {

  /** What was asked for. */
  enum Asked {
    BLOB,
    VERSION,
    LISTING
  }

  private static final Set<Integer> GONE = Set.of(404, 410);

  /** The failure for an answer that is no success. */
  ProvisioningException of(AzureAnswer answer, Asked asked) {
    Optional<Proof> proof = session.proof();
    return switch (answer.code()) {
      case "ContainerNotFound", "ContainerBeingDeleted", "ContainerDisabled" -> noContainer();
      case "AccountIsDisabled", "AccountBeingCreated" -> noAccount();
      case "BlobArchived", "BlobBeingRehydrated" -> frozen();
      case "PublicAccessNotPermitted", "NoAuthenticationInformation" -> refusals().anonymous();
      case "AuthenticationFailed", "InvalidAuthenticationInfo" ->
          proof.map(known -> refusals().notBelieved(known)).orElseGet(refusals()::anonymous);
      case "KeyBasedAuthenticationNotPermitted" -> refusals().keysForbidden();
      default -> byStatus(answer, asked);
    };
  }

  /** The failure for a blob that is no longer what the revision says. */
  SourceNotFound changed() {
    return new SourceNotFound(
        Problem.of(session.place() + " has changed, and the store keeps no older version of it")
            .advise("run source:update, which takes what is there now")
            .advise("turn on versioning for the account, so that old revisions of a blob stay"));
  }

  /** The failure for a name that neither a blob nor a prefix has. */
  SourceNotFound absent() {
    Problem problem =
        Problem.of("no blob and no prefix " + session.place() + ", asked with " + who())
            .advise("check the spelling; case counts");
    return new SourceNotFound(
        session.proof().isPresent() ? problem : problem.advise(AzureRefusals.PRIVATE));
  }

  private ProvisioningException byStatus(AzureAnswer answer, Asked asked) {
    int status = answer.response().status();
    if (status == 401 || status == 403) {
      return refusals().notAllowed(answer.code());
    }
    if (asked == Asked.VERSION && (status == 400 || GONE.contains(status))) {
      return noVersion();
    }
    if (status == 412) {
      return changed();
    }
    if (GONE.contains(status)) {
      return absent();
    }
    return new WebFailures(session.context(), session.clock(), "blob")
        .refused(answer.response(), answer.response().uri());
  }

  private SourceNotFound noContainer() {
    return new SourceNotFound(
        Problem.of(
                "there is no container %s in the account %s"
                    .formatted(session.place().container(), session.place().account()))
            .advise("check the spelling of the container and of the account"));
  }

  private AccessDenied noAccount() {
    return new AccessDenied(
        Problem.of("the account " + session.place().account() + " is disabled, or not ready")
            .advise("look at the state of the storage account in the portal"));
  }

  private SourceNotFound frozen() {
    return new SourceNotFound(
        Problem.of(session.place() + " is in the archive tier, and cannot be read at once")
            .advise("move the blob to another tier, and run again when that is done"));
  }

  private SourceNotFound noVersion() {
    return new SourceNotFound(
        Problem.of(session.place() + " has no such version, asked with " + who())
            .advise("list its versions with az storage blob list --include v")
            .advise("leave out 'versionid' and 'snapshot' to take the newest"));
  }

  private AzureRefusals refusals() {
    return new AzureRefusals(session);
  }

  private String who() {
    return session.proof().map(known -> "the " + known).orElse("no credential at all");
  }
}
