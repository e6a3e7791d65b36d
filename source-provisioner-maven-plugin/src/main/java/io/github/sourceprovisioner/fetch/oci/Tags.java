package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.web.WebResponse;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out why there is no manifest, and what there is instead.
 *
 * @param talk the talk with the registry
 */
record Tags(Conversation talk) {

  /** As much as a thousand tags take. */
  private static final int LIMIT = 256 * 1024;

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

  /** What a registry has, if it says so. */
  private record Listing(boolean repository, List<String> tags) {

    private static final Listing UNKNOWN = new Listing(true, List.of());
    private static final Listing NO_REPOSITORY = new Listing(false, List.of());
  }

  /** The failure for a tag or digest that is not there. */
  ProvisioningException absent(String reference) throws InterruptedException {
    Listing listing = list();
    if (!listing.repository()) {
      return talk.failures().noRepository();
    }
    String what =
        Digest.of(reference).isPresent() ? "no manifest " + reference : "no tag " + reference;
    Problem problem = Problem.of("there is %s in %s".formatted(what, talk.repository().name()));
    return new SourceNotFound(
        problem.advise(
            TagSuggestion.pick(reference, listing.tags())
                .orElse("check the spelling of repository and tag")));
  }

  /** Whatever goes wrong here is not what the user has to hear of. */
  private Listing list() throws InterruptedException {
    try (WebResponse answer = talk.client().get("tags/list?n=1000", "application/json")) {
      if (answer.status() == 404) {
        return Listing.NO_REPOSITORY;
      }
      if (!answer.isSuccess()) {
        return Listing.UNKNOWN;
      }
      byte[] body = answer.body().readNBytes(LIMIT);
      List<String> tags = JsonObject.parse(body).texts("tags");
      return new Listing(true, tags.stream().filter(t -> TAG.matcher(t).matches()).toList());
    } catch (ProvisioningException | IOException | IllegalArgumentException e) {
      return Listing.UNKNOWN;
    }
  }
}
