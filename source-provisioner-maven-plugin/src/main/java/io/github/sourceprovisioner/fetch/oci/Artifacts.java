package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The artifacts of a run's locations.
 *
 * @param registries where they are
 */
record Artifacts(Registries registries) {

  /** The digest that a tag stands for. */
  String digest(SourceLocation location, String tag, FetchContext context)
      throws IOException, InterruptedException {
    return new Manifests(registries.open(location.url(), context)).ofTag(tag).toString();
  }

  /**
   * Downloads once what several locations take different directories of. What is wrong with one
   * artifact is left to {@link #fetch}, which says so.
   */
  void gather(Map<SourceLocation, Revision> wanted, FetchContext context)
      throws IOException, InterruptedException {
    BlobStore store = BlobStore.in(context.store());
    store.clear();
    Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
    wanted.forEach(
        (location, revision) ->
            places
                .computeIfAbsent(location.url(), url -> new LinkedHashMap<>())
                .merge(revision.id(), 1, Integer::sum));
    for (Map.Entry<String, Map<String, Integer>> place : places.entrySet()) {
      Conversation talk = registries.open(place.getKey(), context);
      for (Map.Entry<String, Integer> uses : place.getValue().entrySet()) {
        if (uses.getValue() > 1) {
          talk.known().expect(uses.getKey(), uses.getValue());
          gather(new Artifact(talk, parsed(uses.getKey())), store);
        }
      }
    }
  }

  /** The content at a revision, still packed. */
  Payload fetch(SourceLocation location, String revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    Conversation talk = registries.open(location.url(), context);
    return new Artifact(talk, parsed(revision)).payload(staging);
  }

  private static void gather(Artifact artifact, BlobStore store)
      throws IOException, InterruptedException {
    try {
      artifact.gather(store);
    } catch (TransferFailed e) {
      throw e;
    } catch (ProvisioningException saidLater) {
      // Whoever fetches the location hears of it.
    }
  }

  private static Digest parsed(String revision) {
    return Digest.of(revision)
        .orElseThrow(
            () ->
                new IntegrityMismatch(
                    Problem.of("the revision is no digest of a manifest")
                        .advise("remove the entry from source.lock.yaml, and run source:update")));
  }
}
