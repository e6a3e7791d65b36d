package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.objects.SingleObject;
import java.io.IOException;
import java.util.Optional;

/** One object, as a file or as an archive. */
record S3Object(S3Session session, S3Order order) {

  /** Brings the object in the version that the revision names. */
  Payload fetch() throws IOException, InterruptedException {
    return new SingleObject(order.location(), session.place().key(), order.staging())
        .write(() -> open().response().body(), session.context(), session.clock());
  }

  /**
   * The object as it is now, if it is still that version: so no right to read old versions is
   * needed for the newest.
   */
  private S3Answer open() throws IOException, InterruptedException {
    String key = session.place().key();
    if (SingleObject.isContent(order.location(), order.revision())) {
      return session.client().demand(S3Request.get(key), S3Failures.Asked.OBJECT);
    }
    Optional<String> etag = S3Store.etag(order.revision());
    if (etag.isPresent()) {
      return session.client().demand(S3Request.unchanged(key, etag.get()), S3Failures.Asked.OBJECT);
    }
    String version = order.revision().id();
    if (!order.isPinned()) {
      S3Answer newest = session.client().send(S3Request.get(key));
      if (newest.error().isEmpty() && newest.version().filter(version::equals).isPresent()) {
        return newest;
      }
      newest.close();
    }
    return session.client().demand(S3Request.version(key, version), S3Failures.Asked.VERSION);
  }
}
