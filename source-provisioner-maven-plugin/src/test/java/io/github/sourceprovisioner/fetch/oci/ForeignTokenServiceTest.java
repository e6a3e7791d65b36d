package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTokenServiceTest {

  private Path directory;
  private ScriptedArtifact artifact;
  private Client client;

  @BeforeEach
  void create(@TempDir Path root) throws IOException {
    directory = root;
    artifact = new ScriptedArtifact(root);
    client = new Client(directory.resolve("client")).as("ann", "CANARY");
  }

  private static Script bearer(String realm) {
    return Script.http(
        "401 Unauthorized", "{}", "WWW-Authenticate: Bearer realm=\"" + realm + "\",service=\"s\"");
  }

  /** Another name of this machine, so another host as far as names tell. */
  private static String elsewhere(ScriptedServer service) {
    return service.url("token").replace("127.0.0.1", "localhost");
  }

  @Test
  void anotherHostIsAskedForATokenForEverybody() throws Exception {
    try (ScriptedServer service =
            ScriptedServer.start(Script.http("200 OK", "{\"access_token\":\"t0\"}"));
        ScriptedServer server =
            ScriptedServer.start(
                bearer(elsewhere(service)), artifact.manifest(), artifact.blob())) {
      assertThat(client.files("127.0.0.1:" + server.port(), "acme/vpc", "1"))
          .isEqualTo(Map.of("main.tf", "one"));
      assertThat(service.requests()).hasSize(1);
      assertThat(service.requests().get(0))
          .startsWith("GET /token?service=s&scope=repository%3Aacme%2Fvpc%3Apull ")
          .doesNotContain("Authorization");
      assertThat(server.requests().get(2)).contains("Authorization: Bearer t0");
    }
  }

  @Test
  void whatAnotherHostDidNotSeeIsSaid() throws IOException {
    try (ScriptedServer service = ScriptedServer.start(Script.http("403 Forbidden", "{}"))) {
      AccessDenied failure =
          artifact.refusal(AccessDenied.class, client, bearer(elsewhere(service)));
      assertThat(failure)
          .hasMessageEndingWith(
              " refuses access to acme/vpc, and the credential of <server> registry is not shown to"
                  + " localhost, which it names as its token service");
      assertThat(failure.advice())
          .containsExactly("add a <server> with the id localhost to settings.xml, if you trust it");
    }
  }

  @Test
  void anotherHostIsShownWhatIsConfiguredForIt() throws Exception {
    try (ScriptedServer service =
            ScriptedServer.start(Script.http("200 OK", "{\"token\":\"t0\"}"));
        ScriptedServer server =
            ScriptedServer.start(
                bearer(elsewhere(service)), artifact.manifest(), artifact.blob())) {
      client.context.credentials.put(
          Origin.of(elsewhere(service)).orElseThrow(), new Credential("<server> l", "bob", "b"));
      client.files("127.0.0.1:" + server.port(), "acme/vpc", "1");
      assertThat(service.requests().get(0)).contains("Authorization: Basic Ym9iOmI=");
    }
  }

  @Test
  void aTokenAloneIsShownAsAPasswordToTheTokenService() throws Exception {
    client.as("", "pat");
    try (ScriptedServer service =
            ScriptedServer.start(Script.http("200 OK", "{\"token\":\"t0\"}"));
        ScriptedServer server =
            ScriptedServer.start(
                bearer(service.url("token?x=y")), artifact.manifest(), artifact.blob())) {
      client.files("127.0.0.1:" + server.port(), "acme/vpc", "1");
      assertThat(service.requests().get(0))
          .startsWith("GET /token?x=y&service=s&scope=")
          .contains("Authorization: Basic dG9rZW46cGF0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://registry.example/token",
        "ftp://127.0.0.1/token",
        "file:///etc/passwd",
        "//127.0.0.1/token",
        "/token",
        "https://ann:x@127.0.0.1/token",
        "https://127.0.0.1/token#x",
        "no url"
      })
  void aServiceThatCannotBeTrustedIsNotAsked(String realm) throws IOException {
    AccessDenied failure = artifact.refusal(AccessDenied.class, client, bearer(realm));
    assertThat(failure).hasMessage("127.0.0.1 wants a token of a service that is not asked");
    assertThat(failure.advice())
        .containsExactly("tell whoever runs the registry that its realm has to be an https:// URL");
    assertThat(client.context.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{}",
        "[]",
        "{\"token\":7}",
        "{\"token\":\"a b\"}",
        "{\"token\":\"\"}"
      })
  void anAnswerWithoutATokenIsRefused(String answer) throws IOException {
    try (ScriptedServer service = ScriptedServer.start(Script.http("200 OK", answer))) {
      AccessDenied failure =
          artifact.refusal(AccessDenied.class, client, bearer(service.url("token")));
      assertThat(failure)
          .hasMessageMatching(
              "127.0.0.1, the token service of 127.0.0.1:[0-9]+, answers without a token");
      assertThat(failure.advice())
          .containsExactly(
              "check whether something between here and there answers in its place",
              "try again later");
    }
  }

  @Test
  void aTokenServiceThatIsDownIsATransferThatBroke() throws IOException {
    try (ScriptedServer service =
        ScriptedServer.start(Script.http("503 Service Unavailable", "", "Retry-After: 3"))) {
      TransferFailed failure =
          artifact.refusal(TransferFailed.class, client, bearer(service.url("token")));
      assertThat(failure.retryAfter().orElseThrow().toSeconds()).isEqualTo(3);
    }
  }

  @Test
  void whatOneCredentialBoughtIsNotUsedForAnother() throws Exception {
    try (ScriptedServer service =
            ScriptedServer.start(
                Script.http("200 OK", "{\"token\":\"t0\"}"), Script.http("403 Forbidden", "{}"));
        ScriptedServer server =
            ScriptedServer.start(
                bearer(service.url("token")),
                artifact.manifest(),
                artifact.blob(),
                bearer(service.url("token")))) {
      String name = "127.0.0.1:" + server.port();
      client.files(name, "acme/vpc", "1");
      client.as("bob", "b");
      ProvisioningException failure =
          catchThrowableOfType(AccessDenied.class, () -> client.files(name, "acme/vpc", "1"));
      assertThat(failure).isNotNull();
      assertThat(server.requests().get(3)).doesNotContain("Authorization");
    }
  }
}
