package io.github.sourceprovisioner.fetch.oci.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.fixture.ShellProgram;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LoginProgramTest {

  private static final String ASKED = "cat >> \"$0.asked\"; echo >> \"$0.asked\"";
  private static final String ANN =
      "echo '{\"ServerURL\":\"h\",\"Username\":\"ann\",\"Secret\":\"canary\"}'";

  private final RecordingContext context = new RecordingContext();
  private Path home = Path.of("");
  private Optional<DockerLogins> logins = Optional.empty();

  @BeforeEach
  void allow(@TempDir Path directory) throws IOException {
    home = directory;
    context.credentialProgramsAllowed = true;
    file("{\"credsStore\":\"keys\"}");
  }

  @Test
  void aProgramIsNotRunUnlessTheUserAllowsIt() throws Exception {
    program(ASKED, ANN);
    context.credentialProgramsAllowed = false;
    assertThat(find("h").login()).isEmpty();
    assertThat(asked()).doesNotExist();
  }

  @Test
  void aProgramThatIsMissingIsSaidToWhoeverIsRefused() throws Exception {
    assertThat(find("h"))
        .isEqualTo(
            stranger(
                "check that it is installed, and that PATH leads to it: "
                    + "there is no program docker-credential-keys"));
  }

  @Test
  void aProgramThatFailsIsAskedOnceAndNotQuoted() throws Exception {
    program(ASKED, ANN, "echo canary >&2; exit 1");
    find("h");
    assertThat(find("h"))
        .isEqualTo(
            stranger("run it yourself to see why: docker-credential-keys ended with status 1"));
    assertThat(asked()).hasContent("h\n");
    assertThat(context.notes.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "[]",
        "{\"Username\":\"canary\"}",
        "{\"Username\":7,\"Secret\":\"canary\"}",
        "{\"Secret\":{}}"
      })
  void anAnswerThatIsNoLoginIsNotQuoted(String answer) throws Exception {
    program("echo '" + answer + "'");
    assertThat(find("h"))
        .isEqualTo(
            stranger(
                "run it yourself, and check that it is the right program: "
                    + "the answer of docker-credential-keys is not what it should be"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo credentials not found in native keychain; exit 1",
        "echo '{\"ServerURL\":\"h\",\"Username\":\"\",\"Secret\":\"\"}'"
      })
  void aProgramMayKnowNobody(String line) throws Exception {
    program(line);
    assertThat(find("h")).isEqualTo(Visitor.STRANGER);
  }

  @Test
  void aLoginIsAskedForOncePerRegistryAndDoesNotShowItself() throws Exception {
    program(ASKED, "[ \"$1\" = get ] || exit 2", ANN);
    Credential ann = new Credential("docker-credential-keys", "ann", "canary");
    assertThat(find("h").login()).contains(Login.password(ann));
    find("h");
    find("other");
    assertThat(asked()).hasContent("h\nother\n");
    assertThat(find("h").toString() + context.notes).doesNotContain("canary");
  }

  @Test
  void anIdentityTokenHasAUserOfItsOwn() throws Exception {
    program("echo '{\"Username\":\"<token>\",\"Secret\":\"t0ken\"}'");
    Credential token = new Credential("docker-credential-keys", "", "t0ken");
    assertThat(find("h").login()).contains(new Login(token, Login.Kind.IDENTITY_TOKEN));
  }

  @ParameterizedTest
  @CsvSource({
    "h:5000, {}, h:5000",
    "h, {'https://h/v2/':{}}, https://h/v2/",
    "h, {'h/acme':{}}, h",
    "docker.io, {}, https://index.docker.io/v1/",
    "registry-1.docker.io, {'docker.io':{}}, docker.io"
  })
  void aProgramIsAskedByTheNameThatItKnows(String registry, String auths, String name)
      throws Exception {
    file("{\"credsStore\":\"keys\",\"auths\":" + auths.replace('\'', '"') + "}");
    program(ASKED, ANN);
    find(registry);
    assertThat(asked()).hasContent(name + "\n");
  }

  @Test
  void theProgramOfARegistryComesBeforeTheOneOfAll() throws Exception {
    file("{\"credHelpers\":{\"h\":\"keys\"},\"credsStore\":\"missing\"}");
    program(ANN);
    assertThat(find("h").login()).isPresent();
    assertThat(find("other").login()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../keys", "/bin/keys", "a b", "", "k;eys"})
  void aNameThatLeadsElsewhereIsNone(String name) throws Exception {
    file("{\"credsStore\":\"" + name + "\"}");
    assertThat(find("h")).isEqualTo(Visitor.STRANGER);
    assertThat(context.notes).isEmpty();
  }

  private void file(String text) throws IOException {
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(home.resolve(".docker/config.json"), text);
  }

  private void program(String... lines) throws IOException {
    ShellProgram.write(home.resolve("bin"), "docker-credential-keys", lines);
  }

  private Path asked() {
    return home.resolve("bin/docker-credential-keys.asked");
  }

  private Visitor find(String registry) throws InterruptedException {
    if (logins.isEmpty()) {
      Map<String, String> environment = Map.of("PATH", home.resolve("bin").toString());
      logins = Optional.of(DockerLogins.of(environment, home));
    }
    return logins.get().find(registry, "acme/vpc", context);
  }

  private static Visitor stranger(String advice) {
    return new Visitor(Optional.empty(), List.of(advice));
  }
}
