package io.github.sourceprovisioner.fetch.s3;

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

/** Lists everything below the prefix of a place, page by page (ListObjectsV2). */
record S3Listing(S3Session session) {

  /** More than any tree that may be written; folder markers and other subdirectories included. */
  private static final int MOST_PAGES = 1_000;

  /**
   * The listing; it may be empty.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the store refuses it
   */
  Listing read() throws IOException, InterruptedException {
    S3Client client = session.client();
    List<StoredObject> objects = new ArrayList<>();
    Optional<String> next = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      XmlAnswer answer = page(client, next);
      for (XmlAnswer content : answer.all("Contents")) {
        objects.add(object(content));
      }
      Optional<String> before = next;
      next = answer.text("NextContinuationToken").filter(token -> isTruncated(answer));
      boolean stuck = next.isPresent() ? next.equals(before) : isTruncated(answer);
      if (stuck) {
        throw unusable("the listing of " + session.place() + " does not go on");
      }
      if (next.isEmpty()) {
        return new Listing(session.place().prefix(), objects);
      }
    }
    throw new IntegrityMismatch(
        Problem.of("too many objects below " + session.place())
            .advise("name a longer prefix, which holds only what is needed"));
  }

  private XmlAnswer page(S3Client client, Optional<String> next)
      throws IOException, InterruptedException {
    S3Request request = S3Request.list(session.place().prefix(), next);
    try (S3Answer answer = client.demand(request, S3Failures.Asked.LISTING)) {
      XmlAnswer page = XmlAnswer.read(answer.response().body());
      if (!"ListBucketResult".equals(page.name())) {
        throw unusable(session.place().endpoint().getHost() + " does not answer as S3 does");
      }
      return page;
    }
  }

  private static boolean isTruncated(XmlAnswer page) {
    return page.text("IsTruncated").map(String::strip).filter("true"::equals).isPresent();
  }

  private StoredObject object(XmlAnswer content) {
    String key = content.text("Key").orElse("");
    Optional<String> etag = S3Answer.tag(content.text("ETag").orElse(""));
    String size = content.text("Size").orElse("").strip();
    boolean whole = etag.isPresent() && size.matches("[0-9]{1,18}");
    if (!whole || !key.startsWith(session.place().prefix())) {
      throw unusable("the listing of " + session.place() + " is not what was asked for");
    }
    return new StoredObject(key, Long.parseLong(size), etag.get());
  }

  private static TransferFailed unusable(String message) {
    return new TransferFailed(
        Problem.of(message).advise("check that the URL is that of a store that speaks S3"));
  }
}
