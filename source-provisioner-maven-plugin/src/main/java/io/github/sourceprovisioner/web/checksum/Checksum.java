package io.github.sourceprovisioner.web.checksum;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
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
import java.util.Optional;
import java.util.Set;

/**
 * The checksum of a location, which a downloaded file is held against before it is unpacked. Weak
 * ones are refused: whoever gives a checksum wants to be protected.
 *
 * @param text as {@link io.github.sourceprovisioner.model.SourceLocation#checksum()} has it: {@code
 *     algorithm:hex}, or {@code file:} and the URL of a file with checksums
 */
public record Checksum(String text) {

  private static final String FILE = "file:";
  private static final Set<String> STRONG = Set.of("sha256", "sha512");
  private static final int LONGEST = 1 << 20;

  /**
   * The digest that the file has to have, in lower-case hex; empty if it stands in a file of its
   * own. Such a digest names the content, so that nobody has to be asked what the location means.
   *
   * @throws InvalidStack if it is one for which somebody could make another file
   */
  public Optional<String> digest() {
    if (text.startsWith(FILE)) {
      return Optional.empty();
    }
    int colon = Math.max(text.indexOf(':'), 0);
    String type = text.substring(0, colon);
    if (!STRONG.contains(type)) {
      throw new InvalidStack(
          Problem.of("a checksum of " + type + " protects against nothing any more")
              .advise("write checksum=sha256:<64 hex digits>, as sha256sum prints it"));
    }
    return Optional.of(text.substring(colon + 1));
  }

  /**
   * Checks a file.
   *
   * @param name what the file is called at its origin, without directories
   * @throws IntegrityMismatch if it is another one
   * @throws SourceNotFound if there is no file with checksums, or it does not name the file
   */
  public void check(Path file, String name, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    Optional<String> digest = digest();
    Optional<Digest> wanted =
        digest.isPresent() ? Digest.of(digest.get()) : listed(name, context, clock);
    wanted.orElseThrow(() -> unknown(name)).check(file);
  }

  private Optional<Digest> listed(String name, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    String place = text.substring(FILE.length());
    String checksums =
        place.startsWith(FILE) ? local(FileUrl.path(place)) : remote(place, context, clock);
    return new ChecksumFile(checksums).find(name);
  }

  private static String remote(String place, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    URI uri = URI.create(place);
    try (WebResponse answer = new HttpWeb(context, clock).send(WebRequest.get(uri))) {
      if (!answer.isSuccess()) {
        throw new WebFailures(context, clock, "checksum file").refused(answer, uri);
      }
      return read(answer.body());
    }
  }

  private static String local(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new SourceNotFound(
          Problem.of("no such checksum file: " + path)
              .advise("check the path: it starts at the manifest that names it"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(in);
    }
  }

  private static String read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new SourceNotFound(
          Problem.of("the checksum file has more than " + LONGEST + " bytes")
              .advise("write the checksum itself: checksum=sha256:<64 hex digits>"));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static SourceNotFound unknown(String name) {
    return new SourceNotFound(
        Problem.of("the checksum file has no sha256 or sha512 for " + Redaction.redact(name))
            .advise("look into it: a line must hold the checksum and exactly that name")
            .advise("write the checksum itself: checksum=sha256:<64 hex digits>"));
  }
}
