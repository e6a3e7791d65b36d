package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says in our own words what a server of large files meant.
 *
 * @param endpoint the server
 * @param answers says what a status means
 */
record LfsFailures(LfsEndpoint endpoint, WebFailures answers) {

  private static final String ELSEWHERE =
      "publish the content as an archive, and use that as the source";

  /** The failure of a batch that was not answered. */
  ProvisioningException question(WebResponse response) {
    int status = response.status();
    if (status == 404 || status == 410 || response.isSuccess()) {
      return new SourceNotFound(
          Problem.of("no Git LFS server answers for the repository on " + endpoint.authority())
              .advise("check that large files are turned on for the repository")
              .advise(ELSEWHERE));
    }
    return answers.refused(response, endpoint.uri());
  }

  /** The failure of a download that was not answered. */
  ProvisioningException download(String path, WebResponse response, URI href) {
    ProvisioningException refused = answers.refused(response, href);
    Problem problem = refused.problem();
    String message = "the content of " + Shown.text(path) + ": " + problem.message();
    return refused.with(
        new Problem(message, problem.position(), problem.advice(), problem.cause()));
  }

  /**
   * The failure for objects that the server does not hand out. The lowest status decides what kind
   * of failure it is: one that stays over one that may pass.
   *
   * @param codes path to status; not empty
   */
  ProvisioningException objects(Map<String, Integer> codes) {
    SortedMap<Integer, List<String>> byCode = new TreeMap<>();
    codes.forEach((path, code) -> byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(path));
    List<String> parts = new ArrayList<>();
    byCode.forEach((code, paths) -> parts.add(Shown.names(paths) + " (" + code + ")"));
    String host = endpoint.authority();
    return ofCode(
        byCode.firstKey(),
        Problem.of(
            "the Git LFS server " + host + " does not hand out " + String.join("; ", parts)));
  }

  /** The failure for an answer that breaks the rules. */
  IntegrityMismatch answer(IllegalArgumentException reason) {
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
  TransferFailed expired() {
    return new TransferFailed(
        Problem.of("the downloads of the Git LFS server " + endpoint.authority() + " are expired")
            .advise("check the clock of this machine")
            .advise("try again"));
  }

  private static ProvisioningException ofCode(int code, Problem problem) {
    if (code == 401 || code == 403) {
      return new AccessDenied(
          problem
              .advise("check that the credential of the host may read large files")
              .advise(ELSEWHERE));
    }
    if (code == 429 || code >= 500) {
      return new TransferFailed(problem.advise("try again later"));
    }
    return new SourceNotFound(
        problem.advise("push the content with git lfs push --all").advise(ELSEWHERE));
  }
}
