package io.github.sourceprovisioner.web.checksum;

import io.github.sourceprovisioner.failure.InvalidStack;
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
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads checksum files, from hosts and from this machine.
 *
 * @param failures says what a refusal means; of a {@code checksum file}
 */
public record Sums(Web web, WebFailures failures) {

  private static final int LONGEST = 1 << 20;

  /**
   * The checksum of a file.
   *
   * @param place the URL of the checksum file
   * @param name what the file is called at its origin, without directories
   * @return 64 hex digits of SHA-256 or 128 of SHA-512, in lower case
   * @throws SourceNotFound if there is no checksum file, or it does not name the file
   */
  public String find(String place, String name) throws IOException, InterruptedException {
    String text = place.startsWith("file:") ? local(FileUrl.path(place)) : remote(uri(place));
    return ChecksumFile.find(text, name);
  }

  private static URI uri(String place) {
    try {
      return new URI(place);
    } catch (URISyntaxException e) {
      throw new InvalidStack(
          Problem.of("malformed URL of a checksum file")
              .advise("write it like https://host/path")
              .because(e));
    }
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
