package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.manifest.Descriptor;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Downloads blobs. What is not the promised content leaves no file behind.
 *
 * @param talk the talk with the registry
 */
record Blobs(Conversation talk) {

  private static final int CHUNK = 64 << 10;

  /**
   * Downloads a blob; its size and digest are verified while it comes.
   *
   * @param target a file that does not exist
   */
  void download(Descriptor blob, Path target) throws IOException, InterruptedException {
    String path = "blobs/" + blob.digest();
    String name = RegistryFailures.layer(blob.digest());
    try (WebResponse answer = talk.client().get(path, "*/*")) {
      URI asked = talk.repository().uri(answer.uri().getScheme(), path);
      if (answer.status() == 404) {
        throw talk.failures().noBlob(name);
      }
      if (answer.status() != 200) {
        throw talk.failures().refused(answer, asked);
      }
      if (RegistryFailures.isPage(answer) && !blob.mediaType().contains("html")) {
        throw talk.failures().page(name);
      }
      if (length(answer).filter(length -> length != blob.size()).isPresent()) {
        throw talk.failures().otherSize(name, blob.size());
      }
      store(blob, answer, target);
    }
  }

  private void store(Descriptor blob, WebResponse answer, Path target) throws IOException {
    boolean complete = false;
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      copy(blob, answer, out);
      complete = true;
    } finally {
      if (!complete) {
        Files.deleteIfExists(target);
      }
    }
  }

  private void copy(Descriptor blob, WebResponse answer, OutputStream out) throws IOException {
    String name = RegistryFailures.layer(blob.digest());
    MessageDigest hasher = blob.digest().hasher();
    byte[] buffer = new byte[CHUNK];
    for (long left = blob.size(); left > 0; ) {
      int count = read(answer, buffer, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw talk.failures().cut(name);
      }
      hasher.update(buffer, 0, count);
      out.write(buffer, 0, count);
      left -= count;
    }
    if (read(answer, buffer, 1) >= 0) {
      throw talk.failures().otherSize(name, blob.size());
    }
    if (!blob.digest().is(hasher.digest())) {
      throw talk.failures().otherBlob(name);
    }
  }

  private int read(WebResponse answer, byte[] buffer, int length) {
    InputStream in = answer.body();
    try {
      return in.read(buffer, 0, length);
    } catch (IOException e) {
      throw talk.failures().broken(answer.uri(), e);
    }
  }

  private static Optional<Long> length(WebResponse answer) {
    return answer
        .header("Content-Length")
        .filter(value -> value.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }
}
