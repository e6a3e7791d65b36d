package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Redaction;
import java.util.regex.Pattern;

/** The refusals of what a repository says about its submodules. */
final class Hostile {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private static final int SHOWN = 100;

  private Hostile() {}

  /** Whether a text holds what could disturb a log, a terminal or another reader. */
  static boolean hasControl(String text) {
    return INVISIBLE.matcher(text).find();
  }

  /** A text of the repository as a message may show it. */
  static String shown(String text) {
    String safe = INVISIBLE.matcher(text).replaceAll("?");
    return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "…";
  }

  /** The failure for a file that is not to be trusted. */
  static IntegrityMismatch file(String reason) {
    return new IntegrityMismatch(problem(reason));
  }

  /** As {@link #file(String)}, with what a parser said. */
  static IntegrityMismatch file(String reason, Exception cause) {
    return new IntegrityMismatch(problem(reason).because(cause));
  }

  /** The failure for a URL that is not asked. */
  static IntegrityMismatch url(String url, String reason) {
    return new IntegrityMismatch(
        Problem.of(
                "the URL of a submodule is refused, "
                    + shown(Redaction.redact(url))
                    + ": "
                    + reason)
            .advise("correct it in the .gitmodules of the repository")
            .advise("use the repository of the submodule as a source of its own"));
  }

  private static Problem problem(String reason) {
    return Problem.of("the .gitmodules of the repository is refused: " + reason)
        .advise("correct the file in the repository")
        .advise("choose a subdirectory without submodules");
  }
}
