package io.github.sourceprovisioner.web.checksum;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.FileUrl;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The checksum of a location, which a downloaded file is held against before it is unpacked.
 *
 * @param text as {@link io.github.sourceprovisioner.model.SourceLocation#checksum()} has it: {@code
 *     algorithm:hex}, or {@code file:} and the URL of a file with checksums
 */
public record Checksum(String text) {

  private static final String FILE = "file:";
  private static final int LONGEST = 1 << 20;

  /**
   * Checks a file.
   *
   * @param name what the file is called at its origin, without directories
   * @throws IntegrityMismatch if it is another one, or the file with checksums does not name it
   * @throws SourceNotFound if there is no file with checksums
   */
  public void check(Path file, String name, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    if (!text.startsWith(FILE)) {
      int colon = text.indexOf(':');
      Digest.named(text.substring(0, Math.max(colon, 0)), text.substring(colon + 1))
          .orElseThrow(() -> unknown(name))
          .check(file, name);
      return;
    }
    String place = text.substring(FILE.length());
    String checksums =
        place.startsWith(FILE) ? local(FileUrl.path(place)) : remote(place, context, clock);
    new ChecksumFile(checksums).find(name).orElseThrow(() -> unknown(name)).check(file, name);
  }

  private static String remote(String place, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    URI uri = URI.create(place);
    try (WebResponse answer = new HttpWeb(context, clock).send(WebRequest.get(uri))) {
      if (!answer.isSuccess()) {
        throw new WebFailures(context, clock, "file with checksums").refused(answer, uri);
      }
      return read(answer.body(), place);
    }
  }

  private static String local(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new SourceNotFound(
          Problem.of("no file with checksums at " + path)
              .advise("check the parameter 'checksum'; a relative path starts at the manifest"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.toString());
    }
  }

  private static String read(InputStream in, String place) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new IntegrityMismatch(
          Problem.of("too long for a file with checksums: " + Redaction.redact(place))
              .advise("check the parameter 'checksum'"));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private IntegrityMismatch unknown(String name) {
    return new IntegrityMismatch(
        Problem.of("no checksum of %s in %s".formatted(name, Redaction.redact(text)))
            .advise("put the checksum itself into the parameter: checksum=sha256:<64 hex digits>"));
  }
}
