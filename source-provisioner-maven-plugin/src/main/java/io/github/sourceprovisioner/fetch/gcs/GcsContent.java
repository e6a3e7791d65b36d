package io.github.sourceprovisioner.fetch.gcs;

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
record GcsContent(GcsSession session, SourceLocation location, Path staging) {

  /** Brings what a revision names. */
  Payload fetch(Revision revision) throws IOException, InterruptedException {
    if (revision.id().startsWith(Listing.REVISION)) {
      return tree(revision);
    }
    if (session.place().isPrefix()) {
      throw new InvalidStack(
          Problem.of("a generation of a prefix, which has none")
              .advise("name one object, or leave out #" + revision.id()));
    }
    String object = session.place().object();
    Optional<String> generation =
        SingleObject.isContent(location, revision) ? Optional.empty() : Optional.of(revision.id());
    return new SingleObject(location, object, staging)
        .write(() -> session.client().open(object, generation), session.context(), session.clock());
  }

  private Payload tree(Revision revision) throws IOException, InterruptedException {
    Listing listing = new GcsListing(session).read();
    if (!listing.revision().equals(revision.id())) {
      throw session.failures().gone();
    }
    SortedMap<String, StoredObject> files = ObjectTree.of(listing, location.subdir());
    Downloads.EIGHT.write(files, staging, session.context(), this::source);
    return new Payload.Directory(staging, List.of());
  }

  private Downloads.Source source(FetchContext context) {
    GcsClient client = session.in(context).client();
    return object -> client.open(object.key(), Optional.of(object.version()));
  }
}
