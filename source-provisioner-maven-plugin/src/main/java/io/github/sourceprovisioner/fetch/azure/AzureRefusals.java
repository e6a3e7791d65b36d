package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.azure.proof.AccountKey;
import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.fetch.azure.proof.SharedAccess;
import java.time.Instant;
import java.util.Optional;

/** Says why a store does not let us in, and what would. */
record AzureRefusals(AzureSession session) {

  /** Without a credential, what is private looks like what is not there. */
  static final String PRIVATE =
      "set AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN if it is private: it looks the same then";

  /** For who shows nothing to a store that wants to know. */
  AccessDenied anonymous() {
    return new AccessDenied(
        Problem.of(host() + " refuses access to " + session.place() + " with no credential at all")
            .advise("set AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN")
            .advise("set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET")
            .advise("add a <server> with the id " + host() + " to settings.xml")
            .advise(
                "az login is not used, since no program is run: put what az account"
                    + " get-access-token --resource https://storage.azure.com/ says into the"
                    + " password of the <server>"));
  }

  /** For a proof that the store does not take for one. */
  AccessDenied notBelieved(Proof proof) {
    Problem problem = Problem.of(host() + " refuses the " + proof);
    if (proof instanceof SharedAccess signature) {
      return untimely(signature)
          .orElseGet(
              () ->
                  new AccessDenied(
                      problem
                          .advise("check that all of it was copied, from sv= to the end of sig=")
                          .advise("make a new one: the key or the policy behind it has changed")));
    }
    return new AccessDenied(
        proof instanceof BearerToken
            ? problem
                .advise("renew it, if it has expired; it has to be for https://storage.azure.com/")
                .advise("check that it is of the tenant that the account belongs to")
                .advise("take a plain https:// URL if the blob is public")
            : problem
                .advise("check that it is the key of the account " + session.place().account())
                .advise("set the clock of this machine if it is wrong"));
  }

  /** For a proof that is one, but not of this right; some servers say so of wrong proofs, too. */
  AccessDenied notAllowed(String code) {
    if (session.proof().isEmpty()) {
      return anonymous();
    }
    Proof proof = session.proof().get();
    if (proof instanceof SharedAccess signature && untimely(signature).isPresent()) {
      return untimely(signature).get();
    }
    Problem problem =
        Problem.of(
            "%s refuses access to %s with the %s%s"
                .formatted(
                    host(), session.place(), proof, code.isEmpty() ? "" : " (" + code + ")"));
    return new AccessDenied(
        problem.advise(right(proof)).advise("check that the account's firewall lets us in"));
  }

  private String right(Proof proof) {
    if (proof instanceof SharedAccess) {
      return "make one with read and list (sp=rl) for the container (sr=c), and copy all of it";
    }
    return proof instanceof AccountKey
        ? "check that it is the key of the account " + session.place().account()
        : "give it the role Storage Blob Data Reader on the container";
  }

  /** Signatures tell their time themselves, so that nobody has to guess. */
  private Optional<AccessDenied> untimely(SharedAccess signature) {
    Instant now = session.clock().instant();
    String message = "%s refuses the %s: it %s at %s";
    Optional<AccessDenied> ended =
        signature
            .ends()
            .filter(end -> !end.isAfter(now))
            .map(end -> Problem.of(message.formatted(host(), signature, "expired", end)))
            .map(problem -> new AccessDenied(problem.advise("make a new one")));
    return ended.or(
        () ->
            signature
                .begins()
                .filter(now::isBefore)
                .map(begin -> Problem.of(message.formatted(host(), signature, "begins", begin)))
                .map(p -> new AccessDenied(p.advise("wait, or set the clock of this machine"))));
  }

  /** For a key where keys are switched off. */
  AccessDenied keysForbidden() {
    return new AccessDenied(
        Problem.of("the account " + session.place().account() + " may not be used with keys")
            .advise("set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET instead")
            .advise("or take a shared access signature of a user delegation"));
  }

  private String host() {
    return session.place().host();
  }
}
