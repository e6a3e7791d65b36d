package io.github.sourceprovisioner.fetch.azure.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of applications; no Entra ID runs here, so scripts answer as documented. */
class IssuedTokenTest {

  private final TokenLab lab = new TokenLab();

  @ParameterizedTest
  @ValueSource(strings = {"AZURE_", "ARM_"})
  void anApplicationShowsItsSecretOnceAndAgainShortlyBeforeTheEnd(String prefix) throws Exception {
    try (ScriptedServer server = application(prefix, "200 OK", TokenLab.TOKEN)) {
      lab.environment.put(prefix + "CLIENT_SECRET", "canary/+");
      assertThat(lab.find())
          .contains(lab.token("the application of " + prefix + "CLIENT_ID", 3600));
      lab.find();
      assertThat(lab.heard).hasSize(1);
      assertThat(lab.heard.get(0))
          .startsWith("POST /my-tenant/oauth2/v2.0/token ")
          .endsWith(
              "client_id=app&client_secret=canary%2F%2B&grant_type=client_credentials"
                  + "&scope=https%3A%2F%2Fstorage.azure.com%2F.default");
      assertThat(lab.context.requests + "" + lab.context.notes).doesNotContain("canary");

      lab.now = lab.now.plus(Duration.ofMinutes(59));
      lab.find();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AZURE_FEDERATED_TOKEN_FILE", "ARM_OIDC_TOKEN_FILE_PATH"})
  void aWorkloadShowsTheTokenOfItsFile(String variable, @TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("token"), "eyJ.canary\n");
    String prefix = variable.substring(0, variable.indexOf('_') + 1);
    try (ScriptedServer server = application(prefix, "200 OK", TokenLab.TOKEN)) {
      lab.environment.put(variable, file.toString());
      assertThat(lab.find()).isPresent();
      assertThat(server.requests()).hasSize(1);
      assertThat(lab.heard.get(0))
          .contains("client_assertion=eyJ.canary&")
          .contains("client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type");
      assertThat(lab.context.requests + "" + lab.context.notes).doesNotContain("canary");
    }
  }

  @Test
  void anApplicationWithNothingThatProvesItIsPassedOver() throws Exception {
    try (ScriptedServer server = application("AZURE_", "200 OK", TokenLab.TOKEN)) {
      assertThat(lab.find()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws Exception {
    try (ScriptedServer server = application("AZURE_", "200 OK", TokenLab.TOKEN)) {
      lab.environment.put("AZURE_FEDERATED_TOKEN_FILE", "/nowhere/at/all");
      lab.assertRefused(
          AccessDenied.class,
          "the file of AZURE_FEDERATED_TOKEN_FILE cannot be read",
          "check AZURE_FEDERATED_TOKEN_FILE");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aSecretThatIsRefusedMayHaveExpired() throws Exception {
    try (ScriptedServer server = application("AZURE_", "401 No", "{\"error\":\"x\"}")) {
      lab.environment.put("AZURE_CLIENT_SECRET", "canary");
      lab.assertRefused(
          AccessDenied.class,
          "Entra ID gives no token to the application of AZURE_CLIENT_ID",
          "check the id of the tenant and of the application");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aServiceInTroubleIsWorthAnotherAttempt() throws Exception {
    try (ScriptedServer server = application("AZURE_", "503 Later", "")) {
      lab.environment.put("AZURE_CLIENT_SECRET", "s");
      assertThatThrownBy(lab::find)
          .isInstanceOf(TransferFailed.class)
          .hasMessageContaining(":" + server.port());
    }
  }

  @Test
  void anAuthorityThatIsNoUrlIsRefused() {
    lab.environment.put("AZURE_TENANT_ID", "t");
    lab.environment.put("AZURE_CLIENT_ID", "c");
    lab.environment.put("AZURE_CLIENT_SECRET", "canary");
    lab.environment.put("AZURE_AUTHORITY_HOST", "a b");
    lab.assertRefused(
        AccessDenied.class,
        "AZURE_AUTHORITY_HOST is no URL",
        "write it like https://login.example.com");
  }

  private ScriptedServer application(String prefix, String status, String body) throws IOException {
    ScriptedServer server = ScriptedServer.start(lab.answer(status, body));
    lab.environment.put("AZURE_AUTHORITY_HOST", server.url(""));
    lab.environment.put(prefix + "TENANT_ID", "my-tenant");
    lab.environment.put(prefix + "CLIENT_ID", "app");
    return server;
  }
}
