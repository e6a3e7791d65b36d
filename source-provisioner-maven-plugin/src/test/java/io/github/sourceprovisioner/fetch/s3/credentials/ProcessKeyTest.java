package io.github.sourceprovisioner.fetch.s3.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.fixture.ShellProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code credential_process} of a profile. */
@DisabledOnOs(OS.WINDOWS)
class ProcessKeyTest {

  private static final String KEY =
      "{\"Version\":1,\"AccessKeyId\":\"I\",\"SecretAccessKey\":\"canary\"";

  private KeyLab lab = new KeyLab(Path.of(""));
  private Path home = Path.of("");

  @BeforeEach
  void machine(@TempDir Path directory) throws IOException {
    home = directory;
    lab = new KeyLab(directory);
    lab.context.credentialProgramsAllowed = true;
    configure("\"" + directory.resolve("my bin/ask") + "\" --user \"ann b\"");
  }

  @Test
  void aProgramIsNotRunUnlessTheUserAllowsIt() throws IOException {
    lab.context.credentialProgramsAllowed = false;
    program("touch '" + home.resolve("executed") + "'", print(KEY + "}"));
    assertRefused(
        "the profile dev leaves its key to a program, which is not run",
        "allow it with -Dsource.allowCredentialPrograms=true, or put key id and secret as user and"
            + " password into a <server>");
    assertThat(home.resolve("executed")).doesNotExist();
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    assertRefused(
        "there is no program " + home.resolve("my bin/ask"),
        "check that it is installed, and that PATH leads to it");
  }

  @Test
  void aProgramThatFailsIsNotQuoted() throws IOException {
    program(print(KEY + "}"), "echo canary >&2; exit 255");
    assertRefused(
        home.resolve("my bin/ask") + " ended with status 255", "run it yourself to see why");
  }

  @Test
  void aProgramThatFailsIsRunOnce() throws IOException {
    program("echo x >> '" + home.resolve("asked") + "'", "exit 1");
    for (int times = 0; times < 2; times++) {
      assertRefused(
          home.resolve("my bin/ask") + " ended with status 1", "run it yourself to see why");
    }
    assertThat(home.resolve("asked")).hasContent("x\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "{\"AccessKeyId\":\"I\",\"SecretAccessKey\":\"canary\"}",
        "{\"Version\":2,\"AccessKeyId\":\"I\",\"SecretAccessKey\":\"canary\"}",
        "{\"Version\":1,\"AccessKeyId\":\"canary\"}",
        "{\"Version\":1,\"SecretAccessKey\":\"canary\"}",
        KEY + ",\"Expiration\":\"tomorrow\"}"
      })
  void anAnswerThatIsNoKeyIsNotQuoted(String answer) throws IOException {
    program(print(answer));
    assertRefused(
        "the answer of " + home.resolve("my bin/ask") + " is not what it should be",
        "run it yourself, and check that it is the right program");
  }

  @Test
  void aKeyThatHasEndedIsRefused() throws IOException {
    program(print(KEY + ",\"Expiration\":\"2026-11-21T11:59:59+00:00\"}"));
    assertRefused(
        "the program of the profile dev gives a key that has ended",
        "run it yourself: you may have to log in again");
  }

  @Test
  void aCommandLineWithAnOpenQuoteIsRefused() throws IOException {
    configure("\"/bin/ask canary");
    assertRefused(
        "the credential_process of the profile dev is no command line", "close its quotes");
  }

  @Test
  void aKeyIsWhatTheProgramPrints() throws Exception {
    program("[ \"$1 $2\" = '--user ann b' ] || exit 2", print(KEY + "}"));
    assertThat(find())
        .contains(new AwsKey("I", "canary", Optional.empty(), "the program of the profile dev"));
    assertThat(lab.context.notes.toString()).doesNotContain("canary").doesNotContain("ann b");
  }

  @Test
  void aTemporaryKeyIsAskedForOnceAndAgainShortlyBeforeItEnds() throws Exception {
    program(
        "echo x >> '" + home.resolve("asked") + "'",
        print(KEY + ",\"SessionToken\":\"T\",\"Expiration\":\"2026-11-21T13:00:00Z\"}"));
    Instant end = Instant.parse("2026-11-21T13:00:00Z");
    String origin = "the program of the profile dev";
    AwsKey key = new AwsKey("I", "canary", Optional.of("T"), origin, Optional.of(end));
    assertThat(find()).contains(key).isEqualTo(find());
    assertThat(home.resolve("asked")).hasContent("x\n");
    lab.now = lab.now.plus(Duration.ofMinutes(59));
    find();
    assertThat(home.resolve("asked")).hasContent("x\nx\n");
  }

  private static String print(String answer) {
    return "printf '%s' '" + answer + "'";
  }

  private void configure(String command) throws IOException {
    lab.write(".aws/config", "[profile dev]", "credential_process = " + command);
  }

  private void program(String... lines) throws IOException {
    ShellProgram.write(home.resolve("my bin"), "ask", lines);
  }

  private Optional<AwsKey> find() throws IOException, InterruptedException {
    return lab.find(Optional.of("dev"));
  }

  private void assertRefused(String message, String advice) {
    assertThatThrownBy(this::find)
        .isInstanceOf(AccessDenied.class)
        .hasMessage(message)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo(advice);
    assertThat(lab.context.notes.toString()).doesNotContain("canary");
  }
}
