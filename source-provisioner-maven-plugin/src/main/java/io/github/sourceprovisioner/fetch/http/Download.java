package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One question for one file.
 *
 * @param web asks
 * @param failures says what a refusal means
 * @param shelf where the bytes go
 */
record Download(Web web, WebFailures failures, Shelf shelf) {

  private static final int NOT_MODIFIED = 304;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** What came of it. */
  sealed interface Outcome {}

  /** The file is on the shelf now, or still is. */
  record Here(KnownAnswer answer) implements Outcome {}

  /** The host leads to another place. */
  record Elsewhere(String target) implements Outcome {}

  /**
   * Asks now.
   *
   * @param known what the host may say is still so; empty to get the bytes in any case
   */
  Outcome get(Address address, Optional<KnownAnswer> known)
      throws IOException, InterruptedException {
    Optional<Partial> begun = known.isPresent() ? Optional.empty() : shelf.partial(address);
    WebRequest request = request(address, known, begun);
    try (WebResponse answer = web.send(request)) {
      if (answer.status() == NOT_MODIFIED && known.isPresent()) {
        return new Here(known.get());
      }
      if (answer.status() == RANGE_NOT_SATISFIABLE && begun.isPresent()) {
        shelf.forget(address);
        throw new TransferFailed(
            Problem.of("the file has changed while it was transferred").advise("run again"));
      }
      if (!answer.isSuccess()) {
        throw failures.refused(answer, address.uri());
      }
      return receive(answer, address, begun);
    }
  }

  private static WebRequest request(
      Address address, Optional<KnownAnswer> known, Optional<Partial> begun) throws IOException {
    WebRequest request = WebRequest.get(address.question()).with("Accept-Encoding", "identity");
    if (begun.isPresent()) {
      return request
          .with("Range", "bytes=" + Shelf.length(begun.get()) + "-")
          .with("If-Range", begun.get().etag());
    }
    Optional<String> etag = known.flatMap(KnownAnswer::etag);
    Optional<String> modified = known.flatMap(KnownAnswer::modified);
    WebRequest asked = etag.map(value -> request.with("If-None-Match", value)).orElse(request);
    return modified.map(value -> asked.with("If-Modified-Since", value)).orElse(asked);
  }

  private Outcome receive(WebResponse answer, Address address, Optional<Partial> begun)
      throws IOException {
    InputStream arriving = new ArrivingBody(answer.body(), failures, answer.uri());
    InputStream body = new BufferedInputStream(arriving, MetaTag.LOOKED_AT);
    Optional<String> elsewhere = elsewhere(answer, address, body);
    if (elsewhere.isPresent()) {
      return new Elsewhere(elsewhere.get());
    }
    Answers.requireFile(answer, address);
    Optional<Partial> first = isRest(answer, begun) ? begun : Optional.empty();
    if (answer.status() == PARTIAL && first.isEmpty()) {
      shelf.forget(address);
      throw new TransferFailed(
          Problem.of("the host sends another part of the file than it was asked for")
              .advise("run again"));
    }
    Optional<String> etag = answer.header("ETag").filter(Download::isStrong);
    String sha256 = shelf.put(address, body, etag, first);
    return new Here(shelf.remember(address, sha256, etag, answer.header("Last-Modified")));
  }

  private Optional<String> elsewhere(WebResponse answer, Address address, InputStream body)
      throws IOException {
    if (address.archive().isPresent()) {
      return Optional.empty();
    }
    Optional<String> header = answer.header("X-Terraform-Get").filter(value -> !value.isBlank());
    if (header.isPresent() || !Answers.isPage(answer)) {
      return header.map(String::strip);
    }
    body.mark(MetaTag.LOOKED_AT);
    byte[] start = body.readNBytes(MetaTag.LOOKED_AT);
    body.reset();
    return MetaTag.find(new String(start, StandardCharsets.UTF_8));
  }

  /** Whether the answer goes on where the last one ended, with the same bytes. */
  private static boolean isRest(WebResponse answer, Optional<Partial> begun) throws IOException {
    if (begun.isEmpty() || answer.status() != PARTIAL) {
      return false;
    }
    String range = "bytes " + Shelf.length(begun.get()) + "-";
    return answer.header("ETag").equals(Optional.of(begun.get().etag()))
        && answer.header("Content-Range").orElse("").startsWith(range);
  }

  /** A weak validator says that two files mean the same, not that they are the same bytes. */
  private static boolean isStrong(String etag) {
    return etag.matches("\"[\\x21\\x23-\\x7e]*\"");
  }
}
