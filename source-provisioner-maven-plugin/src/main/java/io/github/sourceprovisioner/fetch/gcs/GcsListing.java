package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.web.json.JsonObject;
import io.github.sourceprovisioner.web.objects.Listing;
import io.github.sourceprovisioner.web.objects.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists everything below the prefix of a place, page by page. */
record GcsListing(GcsSession session) {

  private static final int MOST_PAGES = 1_000;

  /**
   * The listing.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the store refuses it, or
   *     there is nothing
   */
  Listing read() throws IOException, InterruptedException {
    GcsClient client = session.client();
    List<StoredObject> objects = new ArrayList<>();
    Optional<String> next = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonObject answer = client.page(session.place().prefix(), next);
      for (JsonObject item : answer.objects("items")) {
        objects.add(object(item));
      }
      Optional<String> before = next;
      next = answer.text("nextPageToken");
      if (next.isEmpty()) {
        return whole(objects);
      }
      if (next.equals(before)) {
        throw unusable("does not go on");
      }
    }
    throw new IntegrityMismatch(
        Problem.of("too many objects below " + session.place())
            .advise("name a longer prefix, which holds only what is needed"));
  }

  private Listing whole(List<StoredObject> objects) {
    if (objects.isEmpty()) {
      throw session.failures().absent();
    }
    return new Listing(session.place().prefix(), objects);
  }

  private StoredObject object(JsonObject item) {
    String name = item.text("name").orElse("");
    String generation = item.text("generation").orElse("");
    if (!name.startsWith(session.place().prefix()) || !generation.matches("[0-9]{1,19}")) {
      throw unusable("is not what was asked for");
    }
    long size = GcsClient.size(item).orElseThrow(() -> unusable("has an object without a size"));
    return new StoredObject(name, size, generation);
  }

  private TransferFailed unusable(String what) {
    return new TransferFailed(
        Problem.of("the listing of " + session.place() + " " + what).advise("try again later"));
  }
}
