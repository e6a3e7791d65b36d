package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.web.WebResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says in our own words what a server of large files meant. */
final class LfsFailures {

  private static final String ELSEWHERE =
      "publish the content as an archive, and use that as the source";

  private LfsFailures() {}

  /** The failure of a batch that was not answered. */
  static ProvisioningException question(LfsEndpoint endpoint, WebResponse response, Instant now) {
    String host = endpoint.authority();
    int status = response.status();
    if (status == 404 || status == 410 || response.isSuccess()) {
      return new SourceNotFound(
          Problem.of("no Git LFS server answers for the repository on " + host)
              .advise("check that large files are turned on for the repository")
              .advise(ELSEWHERE));
    }
    return ofStatus("the Git LFS server " + host + " refuses with status " + status, response, now);
  }

  /** The failure of a download that was not answered. */
  static ProvisioningException download(String path, WebResponse response, Instant now) {
    String host = Optional.ofNullable(response.uri().getHost()).orElse("the host");
    int status = response.status();
    return ofStatus(
        host + " refuses the content of " + Shown.text(path) + " with status " + status,
        response,
        now);
  }

  /**
   * The failure for objects that the server does not hand out; the worst kind of error decides.
   *
   * @param codes path to status; not empty
   */
  static ProvisioningException objects(LfsEndpoint endpoint, Map<String, Integer> codes) {
    TreeMap<Integer, List<String>> byCode = new TreeMap<>();
    codes.forEach((path, code) -> byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(path));
    StringBuilder list = new StringBuilder();
    byCode.forEach(
        (code, paths) ->
            list.append(list.isEmpty() ? "" : "; ")
                .append(Shown.names(paths))
                .append(" (" + code + ")"));
    String message = "the Git LFS server " + endpoint.authority() + " does not hand out " + list;
    return ofCode(byCode.firstKey(), Problem.of(message), Optional.empty());
  }

  /** The failure for an answer that breaks the rules. */
  static IntegrityMismatch answer(LfsEndpoint endpoint, IllegalArgumentException reason) {
    return new IntegrityMismatch(
        Problem.of(
                "the Git LFS server "
                    + endpoint.authority()
                    + " gives an answer that is refused: "
                    + Shown.text(String.valueOf(reason.getMessage())))
            .advise("tell whoever runs the server")
            .advise(ELSEWHERE)
            .because(reason));
  }

  /** The failure for downloads that end before they start. */
  static TransferFailed expired(LfsEndpoint endpoint) {
    return new TransferFailed(
        Problem.of("the downloads of the Git LFS server " + endpoint.authority() + " are expired")
            .advise("check the clock of this machine")
            .advise("try again"));
  }

  private static ProvisioningException ofStatus(String message, WebResponse response, Instant now) {
    Optional<Duration> later = response.header("Retry-After").flatMap(text -> later(text, now));
    return ofCode(response.status(), Problem.of(message), later);
  }

  private static ProvisioningException ofCode(int code, Problem problem, Optional<Duration> later) {
    if (code == 401 || code == 403) {
      return new AccessDenied(
          problem
              .advise("check that the credential of the host may read large files")
              .advise(ELSEWHERE));
    }
    if (code == 429 || code >= 500) {
      return new TransferFailed(problem.advise("try again later"), later);
    }
    return new SourceNotFound(
        problem.advise("push the content with git lfs push --all").advise(ELSEWHERE));
  }

  /** Seconds or a date (RFC 9110, 10.2.3); anything else is no help. */
  private static Optional<Duration> later(String text, Instant now) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, date)).filter(wait -> !wait.isNegative());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
