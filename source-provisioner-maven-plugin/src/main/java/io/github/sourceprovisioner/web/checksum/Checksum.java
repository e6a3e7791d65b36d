package io.github.sourceprovisioner.web.checksum;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.WebFailures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The checksum of a location, which a downloaded file is held against before it is unpacked. Weak
 * ones are refused: whoever gives a checksum wants to be protected.
 *
 * @param text as {@link io.github.sourceprovisioner.model.SourceLocation#checksum()} has it: {@code
 *     algorithm:hex}, or {@code file:} and the URL of a file with checksums
 */
public record Checksum(String text) {

  /**
   * The digest that the file has to have, in lower-case hex; empty if it stands in a file of its
   * own. Such a digest names the content, so that nobody has to be asked what the location means.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if it is one for which somebody could
   *     make another file
   */
  public Optional<String> digest() {
    return Checksums.pin(text).map(Revision::id);
  }

  /**
   * Checks a file.
   *
   * @param name what the file is called at its origin, without directories
   * @throws IntegrityMismatch if it is another one
   * @throws io.github.sourceprovisioner.failure.SourceNotFound if there is no file with checksums,
   *     or it does not name the file
   */
  public void check(Path file, String name, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    Optional<String> digest = digest();
    String expected = digest.isPresent() ? digest.get() : listed(name, context, clock);
    String found = Checksums.like(expected, file);
    if (!found.equals(expected)) {
      throw new IntegrityMismatch(
          Problem.of("the file has the checksum " + found + " instead of " + expected)
              .advise("compare it with what the publisher says; do not use it if they differ")
              .advise("change the parameter 'checksum' if the file was replaced on purpose"));
    }
  }

  private String listed(String name, FetchContext context, InstantSource clock)
      throws IOException, InterruptedException {
    WebFailures failures = new WebFailures(context, clock, "checksum file");
    return new Sums(new HttpWeb(context, clock), failures)
        .find(text.substring(Checksums.FILE.length()), name);
  }
}
