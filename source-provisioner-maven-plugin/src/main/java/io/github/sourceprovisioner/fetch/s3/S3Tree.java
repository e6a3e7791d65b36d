package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.objects.Downloads;
import io.github.sourceprovisioner.web.objects.Listing;
import io.github.sourceprovisioner.web.objects.ObjectTree;
import io.github.sourceprovisioner.web.objects.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;

/** Everything below a prefix, as files. */
record S3Tree(S3Session session, S3Order order) {

  /**
   * Brings the files of the wanted subdirectory.
   *
   * @param listing what is there now
   * @throws io.github.sourceprovisioner.failure.SourceNotFound if that is not the revision
   */
  Payload fetch(Listing listing) throws IOException, InterruptedException {
    if (!listing.revision().equals(order.revision().id())) {
      throw session.failures().changed();
    }
    SortedMap<String, StoredObject> files = ObjectTree.of(listing, order.location().subdir());
    Downloads.EIGHT.write(files, order.staging(), session.context(), this::source);
    return new Payload.Directory(order.staging(), List.of());
  }

  private Downloads.Source source(FetchContext context) {
    S3Client client = session.in(context).client();
    return object -> open(client, object);
  }

  private static InputStream open(S3Client client, StoredObject object)
      throws IOException, InterruptedException {
    S3Request request = S3Request.unchanged(object.key(), object.version());
    return client.demand(request, S3Failures.Asked.OBJECT).response().body();
  }
}
