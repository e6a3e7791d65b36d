package io.github.sourceprovisioner.fetch.oci.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerLoginsTest {

  private static final String ANN =
      "{\"auth\":\"" + Base64.getEncoder().encodeToString("ann:s3:cret".getBytes(UTF_8)) + "\"}";

  private final Map<String, String> environment = new HashMap<>();
  private Path home;

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    home = directory;
    Files.createDirectory(home.resolve(".docker"));
  }

  private void docker(String text) throws IOException {
    Files.writeString(home.resolve(".docker/config.json"), text);
  }

  private Visitor find(String registry, String repository) throws InterruptedException {
    return DockerLogins.of(environment, home).find(registry, repository, new RecordingContext());
  }

  @Test
  void withoutFilesNobodyIsKnown() throws Exception {
    assertThat(find("h", "a")).isEqualTo(Visitor.STRANGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"auths\":7}",
        "{\"auths\":{\"h\":{\"auth\":\"%%%\"}}}",
        "{\"auths\":{\"h\":{\"auth\":\"YW5u\"}}}"
      })
  void aFileThatIsMalformedIsSaidToWhoeverIsRefused(String text) throws Exception {
    docker(text);
    assertThat(find("h", "a").login()).isEmpty();
    assertThat(find("h", "a").advice())
        .containsExactly("check ~/.docker/config.json: it is not what docker login writes");
  }

  @ParameterizedTest
  @CsvSource({
    "h.example:5000, h.example:5000, true",
    "h.example, https://h.example, true",
    "h.example, https://h.example/v2/, true",
    "H.example, h.EXAMPLE, true",
    "docker.io, https://index.docker.io/v1/, true",
    "registry-1.docker.io, docker.io, true",
    "h.example, h.example/acme, true",
    "h.example, h.example/acme/vpc, true",
    "h.example, h.example/acm, false",
    "h.example, h.example:5000, false",
    "h.example, evil-h.example, false",
    "h.example, example, false"
  })
  void aLoginIsForItsRegistryAlone(String registry, String key, boolean known) throws Exception {
    docker("{\"auths\":{\"" + key + "\":" + ANN + "}}");
    assertThat(find(registry, "acme/vpc").login().isPresent()).isEqualTo(known);
  }

  @Test
  void aPasswordMayHoldColonsAndIsNamedByItsFile() throws Exception {
    docker("{\"auths\":{\"h\":" + ANN + "},\"credsStore\":\"desktop\"}");
    Credential ann = new Credential("~/.docker/config.json", "ann", "s3:cret");
    assertThat(find("h", "a").login()).contains(Login.password(ann));
    assertThat(find("h", "a").toString()).doesNotContain("s3:cret");
  }

  @Test
  void theMostExactPathCounts() throws Exception {
    String bob = Base64.getEncoder().encodeToString("bob:b".getBytes(UTF_8));
    docker("{\"auths\":{\"h\":{\"auth\":\"" + bob + "\"},\"h/acme\":" + ANN + "}}");
    assertThat(find("h", "acme/vpc").login().orElseThrow().credential().user()).isEqualTo("ann");
    assertThat(find("h", "other").login().orElseThrow().credential().user()).isEqualTo("bob");
  }

  @Test
  void anIdentityTokenIsNoPassword() throws Exception {
    docker("{\"auths\":{\"h\":{\"auth\":\"YW5uOg==\",\"identitytoken\":\"t0ken\"}}}");
    Credential token = new Credential("~/.docker/config.json", "", "t0ken");
    assertThat(find("h", "a").login()).contains(new Login(token, Login.Kind.IDENTITY_TOKEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auths\":{\"h\":{}},\"credsStore\":\"desktop\"}",
        "{\"credHelpers\":{\"h\":\"desktop\"},\"credsStore\":\"other\"}"
      })
  void noProgramIsRunForALoginUnlessTheUserAllowsIt(String text) throws Exception {
    docker(text);
    assertThat(find("h", "a").login()).isEmpty();
    assertThat(find("h", "a").advice())
        .containsExactly(
            "allow it with -Dsource.allowCredentialPrograms=true, or put user and password into a"
                + " <server>: ~/.docker/config.json leaves them to docker-credential-desktop, which"
                + " is not run");
  }

  @Test
  void theVariablesOfDockerAndPodmanAreHeeded() throws Exception {
    docker("{}");
    Path other = Files.createDirectory(home.resolve("other"));
    Files.writeString(other.resolve("config.json"), "{\"auths\":{\"d\":" + ANN + "}}");
    Path podman = Files.writeString(home.resolve("auth"), "{\"auths\":{\"p\":" + ANN + "}}");
    environment.put("DOCKER_CONFIG", other.toString());
    environment.put("REGISTRY_AUTH_FILE", podman.toString());
    assertThat(find("d", "a").login().orElseThrow().id())
        .isEqualTo(other.resolve("config.json").toString());
    assertThat(find("p", "a").login().orElseThrow().id()).isEqualTo(podman.toString());
  }
}
