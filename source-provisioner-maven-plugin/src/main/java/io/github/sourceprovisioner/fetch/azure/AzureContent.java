package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.objects.Downloads;
import io.github.sourceprovisioner.web.objects.Listing;
import io.github.sourceprovisioner.web.objects.ObjectTree;
import io.github.sourceprovisioner.web.objects.SingleObject;
import io.github.sourceprovisioner.web.objects.StoredObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a location holds.
 *
 * @param staging the empty directory to write to
 */
record AzureContent(AzureSession session, SourceLocation location, Path staging) {

  /** Brings what a revision names. */
  Payload fetch(Revision revision) throws IOException, InterruptedException {
    if (revision.id().startsWith(Listing.REVISION)) {
      return tree(revision);
    }
    if (session.place().isPrefix()) {
      throw new InvalidStack(
          Problem.of("a version of a prefix, which has none")
              .advise("name one blob, or leave out 'versionid' and 'snapshot'"));
    }
    return new SingleObject(location, session.place().blob(), staging)
        .write(() -> open(revision).response().body(), session.context(), session.clock());
  }

  /**
   * The blob as it is now, if it is still that version: so no right to read old versions is needed
   * for the newest.
   */
  private AzureAnswer open(Revision revision) throws IOException, InterruptedException {
    AzureClient client = session.client();
    String blob = session.place().blob();
    if (SingleObject.isContent(location, revision)) {
      return client.demand(AzureRequest.get(blob), AzureFailures.Asked.BLOB);
    }
    Optional<String> etag = AzureStore.etag(revision);
    if (etag.isPresent()) {
      return client.demand(AzureRequest.unchanged(blob, etag.get()), AzureFailures.Asked.BLOB);
    }
    String version = revision.id();
    if (location.ref().isEmpty()) {
      AzureAnswer newest = client.send(AzureRequest.get(blob));
      if (newest.isSuccess() && newest.version().filter(version::equals).isPresent()) {
        return newest;
      }
      newest.close();
    }
    return client.demand(AzureRequest.version(blob, version), AzureFailures.Asked.VERSION);
  }

  private Payload tree(Revision revision) throws IOException, InterruptedException {
    Listing listing = new AzureListing(session).read();
    if (!listing.revision().equals(revision.id())) {
      throw session.failures().changed();
    }
    SortedMap<String, StoredObject> files = ObjectTree.of(listing, location.subdir());
    Downloads.EIGHT.write(files, staging, session.context(), this::source);
    return new Payload.Directory(staging, List.of());
  }

  private Downloads.Source source(FetchContext context) {
    AzureClient client = session.in(context).client();
    return blob ->
        client
            .demand(AzureRequest.unchanged(blob.key(), blob.version()), AzureFailures.Asked.BLOB)
            .response()
            .body();
  }
}
