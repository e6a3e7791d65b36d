package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.BoundedCopy;
import io.github.sourceprovisioner.web.checksum.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A location that is one object: a file, or an archive for the receiver to unpack.
 *
 * @param location says how the object is to be understood
 * @param key the name of the object
 * @param staging the empty directory to write to
 */
public record SingleObject(SourceLocation location, String key, Path staging) {

  /** Opens the object. */
  public interface Content {

    /** The bytes of the object; the caller closes them. */
    InputStream open() throws IOException, InterruptedException;
  }

  /**
   * The revision that a location names by itself: the version that the user asks for, else the
   * digest of the content. Empty if the store has to be asked.
   */
  public static Optional<Revision> pinned(SourceLocation location) {
    return location
        .ref()
        .or(() -> location.checksum().map(Checksum::new).flatMap(Checksum::digest))
        .map(id -> new Revision(id, Stability.FIXED, Optional.empty()));
  }

  /** Whether a revision is the digest of the content: then any version will do that has it. */
  public static boolean isContent(SourceLocation location, Revision revision) {
    return location.ref().isEmpty()
        && location
            .checksum()
            .map(Checksum::new)
            .flatMap(Checksum::digest)
            .filter(revision.id()::equals)
            .isPresent();
  }

  /**
   * Writes the object, and checks it if the location has a checksum.
   *
   * @throws InvalidStack if a subdirectory is wanted of what is no archive
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if the checksum is another, or
   *     the name of the object is no file name
   */
  public Payload write(Content content, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    if (location.archive().isEmpty() && !location.subdir().isEmpty()) {
      throw noSubdirectory();
    }
    String last = key.substring(key.lastIndexOf('/') + 1);
    String name =
        ObjectTree.checked(Optional.ofNullable(location.parameters().get("filename")).orElse(last));
    Path file = staging.resolve(name);
    try (InputStream in = content.open();
        var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      BoundedCopy.OF_A_SOURCE.run(in, out, 0);
    }
    if (location.checksum().isPresent()) {
      new Checksum(location.checksum().get()).check(file, last, context, clock);
    }
    return location.archive().isPresent()
        ? new Payload.Archives(List.of(new ArchiveFile(file, name, location.archive())), List.of())
        : new Payload.Directory(staging, List.of());
  }

  private InvalidStack noSubdirectory() {
    return new InvalidStack(
        Problem.of("a subdirectory of an object that is no archive")
            .advise("leave out //" + location.subdir())
            .advise("archive=zip, say, if the object is one and its name does not show it"));
  }
}
