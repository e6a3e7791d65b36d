package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.web.objects.Listing;
import io.github.sourceprovisioner.web.objects.StoredObject;
import io.github.sourceprovisioner.web.xml.XmlAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists everything below the prefix of a place, page by page (List Blobs). */
record AzureListing(AzureSession session) {

  /** More than any tree that may be written; other subdirectories included. */
  private static final int MOST_PAGES = 1_000;

  /**
   * The listing.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the store refuses it, or
   *     there is nothing
   */
  Listing read() throws IOException, InterruptedException {
    AzureClient client = session.client();
    List<StoredObject> blobs = new ArrayList<>();
    Optional<String> next = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      XmlAnswer answer = page(client, next);
      for (XmlAnswer list : answer.all("Blobs")) {
        list.all("Blob").stream()
            .filter(blob -> !isDirectory(blob))
            .map(this::object)
            .forEach(blobs::add);
      }
      Optional<String> before = next;
      next = answer.text("NextMarker").map(String::strip).filter(text -> !text.isEmpty());
      if (next.isEmpty()) {
        return whole(blobs);
      }
      if (next.equals(before)) {
        throw unusable("the listing of " + session.place() + " does not go on");
      }
    }
    throw new IntegrityMismatch(
        Problem.of("too many blobs below " + session.place())
            .advise("name a longer prefix, which holds only what is needed"));
  }

  private Listing whole(List<StoredObject> blobs) {
    if (blobs.isEmpty()) {
      throw session.failures().absent();
    }
    return new Listing(session.place().prefix(), blobs);
  }

  private XmlAnswer page(AzureClient client, Optional<String> next)
      throws IOException, InterruptedException {
    AzureRequest request = AzureRequest.list(session.place().prefix(), next);
    try (AzureAnswer answer = client.demand(request, AzureFailures.Asked.LISTING)) {
      XmlAnswer page = XmlAnswer.read(answer.response().body());
      if (!"EnumerationResults".equals(page.name())) {
        throw unusable(session.place().host() + " does not answer as Azure does");
      }
      return page;
    }
  }

  /** Accounts with a hierarchy list directories, too; older tools mark them by hand. */
  private static boolean isDirectory(XmlAnswer blob) {
    boolean typed = is(blob, "Properties", "ResourceType", "directory");
    return typed || is(blob, "Metadata", "hdi_isfolder", "true");
  }

  private static boolean is(XmlAnswer blob, String part, String name, String value) {
    return blob.first(part)
        .flatMap(properties -> properties.text(name))
        .filter(value::equalsIgnoreCase)
        .isPresent();
  }

  private StoredObject object(XmlAnswer blob) {
    String name = blob.text("Name").orElse("");
    Optional<XmlAnswer> properties = blob.first("Properties");
    Optional<String> etag = properties.flatMap(p -> p.text("Etag")).flatMap(AzureAnswer::tag);
    String size = properties.flatMap(p -> p.text("Content-Length")).orElse("").strip();
    boolean whole = etag.isPresent() && size.matches("[0-9]{1,18}");
    if (!whole || !name.startsWith(session.place().prefix())) {
      throw unusable("the listing of " + session.place() + " is not what was asked for");
    }
    return new StoredObject(name, Long.parseLong(size), etag.get());
  }

  private static TransferFailed unusable(String message) {
    return new TransferFailed(
        Problem.of(message).advise("check that the URL is that of a store that speaks as Azure"));
  }
}
