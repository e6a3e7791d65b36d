package io.github.sourceprovisioner.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.fixture.ShellProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ProgramsTest {

  private final RecordingContext context = new RecordingContext();
  private Path bin = Path.of("");

  @BeforeEach
  void allow(@TempDir Path directory) {
    bin = directory;
    context.credentialProgramsAllowed = true;
  }

  @Test
  void withoutTheWordOfTheUserNobodyCanRunAnything() {
    context.credentialProgramsAllowed = false;
    assertThat(Programs.allowedBy(context, Map.of("PATH", bin.toString()))).isEmpty();
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    assertRefused(
        "there is no program ask", "check that it is installed, and that PATH leads to it");
  }

  @Test
  void aProgramThatFailsIsNotQuoted() throws Exception {
    program("echo canary; echo canary >&2; exit 3");
    Answer answer = run("");
    assertThatThrownBy(() -> answer.read(json -> json.text("Secret")))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("ask ended with status 3")
        .hasNoCause()
        .extracting(ProgramsTest::advice)
        .isEqualTo("run it yourself to see why");
    assertThat(answer).hasToString("answer of ask");
    assertThat(context.notes.toString())
        .doesNotContain("canary")
        .contains("ask ended with status 3; 7 bytes on its standard error are not shown");
  }

  @Test
  void aProgramThatPrintsNoJsonIsNotQuoted() throws Exception {
    program("echo '{\"Secret\":canary}'");
    Answer answer = run("");
    assertThatThrownBy(() -> answer.read(json -> json.text("Secret")))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("the answer of ask is not what it should be")
        .hasNoCause()
        .extracting(ProgramsTest::advice)
        .isEqualTo("run it yourself, and check that it is the right program");
  }

  @Test
  void aProgramThatHangsIsEndedWithWhatItHasStarted() throws Exception {
    context.timeout = Duration.ofSeconds(1);
    program("sleep 600 & echo $$ $! > \"$(dirname \"$0\")/pids\"", "wait");
    assertRefused(
        "ask gave no answer within 1 s",
        "run it yourself: it may wait for somebody to type or to confirm");
    for (String pid : Files.readString(bin.resolve("pids")).strip().split(" ")) {
      assertEnds(Long.parseLong(pid));
    }
  }

  @Test
  void aProgramIsEndedWhenTheBuildIs() throws Exception {
    Path ask = program("kill -STOP $$");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run("")).isInstanceOf(InterruptedException.class);
    List<ProcessHandle> running =
        ProcessHandle.current().children().filter(child -> isOf(child, ask)).toList();
    for (ProcessHandle process : running) {
      assertEnds(process.pid());
    }
  }

  @Test
  void aProgramThatPrintsWithoutEndIsEnded() throws Exception {
    program("yes canary | head -c 1000000", "exec sleep 600");
    assertRefused(
        "ask prints more than 64 KB", "run it yourself, and check that it is the right program");
  }

  @Test
  void aProgramThatComplainsAtLengthStillAnswers() throws Exception {
    program("yes canary | head -c 300000 >&2", "echo fine");
    assertThat(run("").output()).isEqualTo("fine\n");
  }

  @Test
  void whatAProgramLeavesInTheBackgroundIsNotWaitedFor() throws Exception {
    program("sleep 600 & echo $!");
    long left = Long.parseLong(run("").output().strip());
    assertThat(ProcessHandle.of(left).map(ProcessHandle::destroyForcibly)).contains(true);
  }

  @Test
  void aFileThatIsNoProgramCannotBeRun() throws Exception {
    Files.writeString(program(""), "#!/no/such/interpreter\n");
    assertRefused("ask cannot be run", "check that it is a program for this machine");
  }

  @Test
  void aProgramHearsItsInputAndNoShellReadsItsArguments() throws Exception {
    program("printf '%s|' \"$(cat)\" \"$@\"");
    assertThat(programs().run(List.of("ask", "a b", "$HOME", "*"), "https://h").output())
        .isEqualTo("https://h|a b|$HOME|*|");
  }

  @Test
  void aProgramNeedNotHearItsInput() throws Exception {
    program("exec <&-", "echo fine");
    assertThat(run("x".repeat(1000))).isEqualTo(new Answer("ask", 0, "fine\n"));
  }

  private static boolean isOf(ProcessHandle process, Path program) {
    return process.info().commandLine().orElse("").contains(program.toString());
  }

  private static void assertEnds(long pid) throws Exception {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(1, TimeUnit.MINUTES);
    }
  }

  private Path program(String... lines) throws IOException {
    return ShellProgram.write(bin, "ask", lines);
  }

  private Programs programs() {
    return Programs.allowedBy(context, Map.of("PATH", bin.toString())).orElseThrow();
  }

  private Answer run(String input) throws InterruptedException {
    return programs().run(List.of("ask"), input);
  }

  private void assertRefused(String message, String advice) {
    assertThatThrownBy(() -> run(""))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(message)
        .extracting(ProgramsTest::advice)
        .isEqualTo(advice);
    assertThat(context.notes.toString()).doesNotContain("canary");
  }

  private static String advice(Throwable failure) {
    return ((ProvisioningException) failure).advice().get(0);
  }
}
