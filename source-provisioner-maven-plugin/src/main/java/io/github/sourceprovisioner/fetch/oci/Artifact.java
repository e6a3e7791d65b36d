package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.manifest.Contents;
import io.github.sourceprovisioner.fetch.oci.manifest.Descriptor;
import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.fetch.oci.manifest.Part;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the blobs of an artifact.
 *
 * @param talk the talk with the registry
 * @param digest of its manifest
 */
record Artifact(Conversation talk, Digest digest) {

  /** Downloads the blobs that several locations will ask for. */
  void gather(BlobStore store) throws IOException, InterruptedException {
    for (Part part : parts()) {
      if (store.find(part.blob()).isEmpty()) {
        new Blobs(talk).download(part.blob(), store.file(part.blob()));
      }
    }
  }

  /**
   * The content, still packed; single files are packed into one archive.
   *
   * @param staging an empty directory
   */
  Payload payload(Path staging) throws IOException, InterruptedException {
    BlobStore store = BlobStore.in(talk.context().store());
    boolean last = !talk.known().isUsedAgain(digest.toString());
    List<ArchiveFile> files = new ArrayList<>();
    PlainFiles plain = new PlainFiles(staging.resolve("files.zip"));
    int count = 0;
    for (Part part : parts()) {
      Path file = bring(part.blob(), staging.resolve("layer-" + count++), store, last);
      if (part instanceof Part.Packed packed) {
        files.add(new ArchiveFile(file, packed.name(), Optional.of(packed.format())));
      } else if (part instanceof Part.Plain single) {
        plain.add(single.path(), file);
      }
    }
    plain.pack().ifPresent(files::add);
    return new Payload.Archives(files, List.of());
  }

  private Path bring(Descriptor blob, Path target, BlobStore store, boolean last)
      throws IOException, InterruptedException {
    Optional<Path> here = store.find(blob);
    if (here.isEmpty()) {
      new Blobs(talk).download(blob, target);
      return target;
    }
    return last ? Files.move(here.get(), target, StandardCopyOption.ATOMIC_MOVE) : here.get();
  }

  private List<Part> parts() throws IOException, InterruptedException {
    return Contents.of(new Manifests(talk).of(digest));
  }
}
