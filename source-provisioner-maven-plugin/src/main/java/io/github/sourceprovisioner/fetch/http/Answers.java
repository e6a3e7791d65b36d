package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.web.WebResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks at the head of an answer: whether it can be what was asked for. */
final class Answers {

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
  private static final Set<String> MESSAGES =
      Set.of("application/json", "application/problem+json");
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final Set<String> GZIPPED = Set.of("tar.gz", "tgz", "gz");

  private Answers() {}

  static boolean isPage(WebResponse answer) {
    return PAGES.contains(type(answer));
  }

  /**
   * Lets an answer pass that can be the file.
   *
   * @throws SourceNotFound for a page or a message in its place, and for no content at all
   * @throws IntegrityMismatch if the bytes on the way are not those of the file
   */
  static void requireFile(WebResponse answer, Address address) {
    String host = host(answer);
    if (answer.status() == 204 || answer.status() == 205) {
      throw instead(host + " answers with nothing (status " + answer.status() + ")");
    }
    String type = type(answer);
    boolean archive = address.archive().isPresent();
    boolean page = PAGES.contains(type) && !address.name().matches(".*\\.x?html?");
    if (archive && (PAGES.contains(type) || MESSAGES.contains(type))) {
      throw instead("what " + host + " sends is not an archive (" + type + ")");
    }
    if (!archive && page) {
      throw instead("what " + host + " sends is a page, not a file (" + type + ")");
    }
    requireUnchanged(answer, address);
  }

  private static void requireUnchanged(WebResponse answer, Address address) {
    String encoding =
        answer.header("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
    boolean same = encoding.isEmpty() || encoding.equals("identity");
    boolean label =
        GZIP.contains(encoding) && address.archive().filter(GZIPPED::contains).isPresent();
    if (!same && !label) {
      throw new IntegrityMismatch(
          Problem.of(host(answer) + " packs the file on the way (Content-Encoding), unasked")
              .advise("switch that off at the host for files that are packed already"));
    }
  }

  private static SourceNotFound instead(String message) {
    return new SourceNotFound(
        Problem.of(message)
            .advise("open the URL in a browser: hosts answer so for what is not there")
            .advise("add a <server> for the host to settings.xml if it wants a login"));
  }

  private static String host(WebResponse answer) {
    return Optional.ofNullable(answer.uri().getHost()).orElse("the host");
  }

  private static String type(WebResponse answer) {
    return answer
        .header("Content-Type")
        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
        .filter(type -> type.matches("[a-z0-9.+/-]{1,80}"))
        .orElse("");
  }
}
