package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.ChecksumFile;
import io.github.sourceprovisioner.model.FileUrl;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a checksum file, from a host or from this machine. */
record Sums(Web web, WebFailures failures) {

  private static final int LONGEST = 1 << 20;

  /**
   * The checksum of a file.
   *
   * @param place the URL of the checksum file
   * @param file what it is for; its last segment is the name that counts
   */
  String find(String place, URI file) throws IOException, InterruptedException {
    String text =
        place.startsWith("file:") ? local(FileUrl.path(place)) : remote(Address.uri(place));
    return ChecksumFile.find(text, Address.of(file, Optional.empty()).name());
  }

  private static String local(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new SourceNotFound(
          Problem.of("no such checksum file: " + path)
              .advise("check the path: it starts at the manifest that names it"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return text(in);
    }
  }

  private String remote(URI uri) throws IOException, InterruptedException {
    try (WebResponse answer = web.send(WebRequest.get(uri))) {
      if (!answer.isSuccess()) {
        throw failures.refused(answer, uri);
      }
      return text(answer.body());
    } catch (IOException e) {
      throw failures.broken(uri, e);
    }
  }

  private static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new SourceNotFound(
          Problem.of("the checksum file has more than " + LONGEST + " bytes")
              .advise("write the checksum itself: checksum=sha256:<64 hex digits>"));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
