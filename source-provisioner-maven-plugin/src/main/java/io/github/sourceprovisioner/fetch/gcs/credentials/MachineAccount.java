package io.github.sourceprovisioner.fetch.gcs.credentials;

import io.github.sourceprovisioner.web.inside.InnerService;
import io.github.sourceprovisioner.web.inside.InnerService.Answer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The service account of the machine of Google's that we run on, if we do. */
record MachineAccount(Machine machine) {

  private static final String PATH = "/computeMetadata/v1/instance/service-accounts/default/token";

  /** The token; empty on all other machines. */
  Optional<AccessToken> find(InstantSource clock) {
    if (machine.value("NO_GCE_CHECK").filter("true"::equalsIgnoreCase).isPresent()) {
      return Optional.empty();
    }
    String place =
        machine.value("GCE_METADATA_HOST").map("http://"::concat).orElse(machine.metadata() + "");
    return uri(place + PATH)
        .flatMap(uri -> InnerService.USUAL.ask("GET", uri, Map.of("Metadata-Flavor", "Google")))
        .filter(answer -> answer.status() == 200)
        .map(Answer::body)
        .flatMap(body -> Issuer.token(body, "the account of this machine", clock.instant()));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
