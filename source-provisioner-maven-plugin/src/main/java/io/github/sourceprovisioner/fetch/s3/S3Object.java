package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.objects.ObjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** One object, as a file or as an archive. */
record S3Object(S3Session session, S3Order order) {

  /** Brings the object in the version that the revision names. */
  Payload fetch() throws IOException, InterruptedException {
    if (!order.location().subdir().isEmpty()) {
      throw new InvalidStack(
          Problem.of("a subdirectory of an object that is no archive")
              .advise("leave out //" + order.location().subdir())
              .advise("archive=zip, say, if the object is one and its name does not show it"));
    }
    Path file = order.staging().resolve(name());
    try (S3Answer answer = open();
        InputStream in = answer.response().body();
        var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      in.transferTo(out);
    }
    return new Payload.Directory(order.staging(), List.of());
  }

  /**
   * The object as it is now, if it is still that version: so no right to read old versions is
   * needed for the newest.
   */
  private S3Answer open() throws IOException, InterruptedException {
    String key = session.place().key();
    Optional<String> etag = S3Store.etag(order.revision());
    if (etag.isPresent()) {
      return session
          .client()
          .demand(S3Request.unchanged(key, etag.get()), S3Failures.Asked.OBJECT);
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

  private String name() {
    String key = session.place().key();
    return ObjectTree.checked(
        order.fileName().orElse(key.substring(key.lastIndexOf('/') + 1)));
  }
}
