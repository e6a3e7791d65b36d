package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.oci.auth.Standing;
import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/**
 * Says in our own words what a registry meant. What it writes into its answers stays out of it.
 *
 * @param standing knows who was asking
 * @param answers says what other statuses mean
 */
record RegistryFailures(Repository repository, Standing standing, WebFailures answers) {

  private static final String AGAIN = "push the artifact again";

  /** The failure of a question that was not answered. */
  ProvisioningException refused(WebResponse answer, URI asked) throws InterruptedException {
    boolean own = Origin.of(asked.toString()).equals(Origin.of(answer.uri().toString()));
    boolean denied = answer.status() == 401 || answer.status() == 403;
    return own && denied ? standing.denied() : answers.refused(answer, asked);
  }

  /** The failure of an answer that broke off. */
  ProvisioningException broken(URI asked, IOException e) {
    return answers.broken(asked, e);
  }

  /** Whether an answer is made for people: a login, a proxy that wants attention. */
  static boolean isPage(WebResponse answer) {
    return answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html");
  }

  SourceNotFound page(String what) {
    return new SourceNotFound(
        Problem.of(repository.registry() + " answers with a web page instead of " + what)
            .advise("check that " + repository.registry() + " is a registry")
            .advise("check whether a proxy or a login page answers in its place"));
  }

  SourceNotFound noRepository() {
    return new SourceNotFound(
        Problem.of(
                "there is no repository %s in %s"
                    .formatted(repository.name(), repository.registry()))
            .advise(
                "check the spelling; a private repository may look the same without a credential"));
  }

  SourceNotFound noBlob(String blob) {
    return new SourceNotFound(
        Problem.of("the registry lacks " + blob + " of the artifact").advise(AGAIN));
  }

  IntegrityMismatch otherManifest(String promised) {
    return new IntegrityMismatch(
        Problem.of("the manifest that came is not " + promised)
            .advise("try again; if it stays so, tell whoever runs the registry")
            .advise("check whether a proxy changes what it passes on"));
  }

  IntegrityMismatch largeManifest(int limit) {
    return new IntegrityMismatch(
        Problem.of("the manifest is larger than " + limit + " bytes")
            .advise("push an artifact with fewer layers and annotations"));
  }

  IntegrityMismatch otherBlob(String blob) {
    return new IntegrityMismatch(
        Problem.of("what came for " + blob + " has another digest")
            .advise("try again; if it stays so, " + AGAIN)
            .advise("check whether a proxy changes what it passes on"));
  }

  IntegrityMismatch otherSize(String blob, long promised) {
    return new IntegrityMismatch(
        Problem.of("%s is not %d bytes long, as its manifest says".formatted(blob, promised))
            .advise(AGAIN));
  }

  TransferFailed cut(String blob) {
    return new TransferFailed(Problem.of(blob + " came incomplete").advise("try again"));
  }

  /** How messages name a blob. */
  static String layer(Digest digest) {
    return "the layer " + digest.brief();
  }
}
