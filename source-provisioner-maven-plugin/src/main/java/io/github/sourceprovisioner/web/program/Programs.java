package io.github.sourceprovisioner.web.program;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.FetchContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs programs that the user's own configuration names for credentials. There is no other way to
 * have one than {@link #allowedBy}. No shell is involved; the environment is that of this process.
 */
public final class Programs {

  /** What the messages of those who would run a program advise. */
  public static final String SWITCH = "-Dsource.allowCredentialPrograms=true";

  /** A keychain asks a person, who needs a moment. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final FetchContext context;
  private final SearchPath path;

  private Programs(FetchContext context, SearchPath path) {
    this.context = context;
    this.path = path;
  }

  /**
   * The programs of this machine; empty unless the user allows that they are run.
   *
   * @param environment the variables that say where programs are
   */
  public static Optional<Programs> allowedBy(
      FetchContext context, Map<String, String> environment) {
    return context.credentialProgramsAllowed()
        ? Optional.of(new Programs(context, SearchPath.of(environment)))
        : Optional.empty();
  }

  /**
   * Runs a program for at most 30 s, or as long as the whole call may take.
   *
   * @param command a name or an absolute path, and the arguments
   * @param input what it finds on its standard input
   * @throws AccessDenied if it cannot be run, does not end, or says more than 64 KB; names the
   *     program alone, since arguments and output may hold secrets
   */
  public Answer run(List<String> command, String input) throws InterruptedException {
    String name = command.get(0);
    Path file = path.find(name);
    List<String> words = new ArrayList<>(command);
    words.set(0, file.toString());
    context.note("running " + file + " for a credential");
    try {
      Running running = new Running(name, new ProcessBuilder(words).start());
      Answer answer = running.answer(input, limit());
      context.note(
          "%s ended with status %d; %d bytes on its standard error are not shown"
              .formatted(name, answer.status(), running.complaints()));
      return answer;
    } catch (IOException e) {
      throw new AccessDenied(
          Problem.of(name + " cannot be run")
              .because(e)
              .advise("check that it is a program for this machine"));
    }
  }

  private Duration limit() {
    return context.timeout().compareTo(LONGEST) < 0 ? context.timeout() : LONGEST;
  }
}
