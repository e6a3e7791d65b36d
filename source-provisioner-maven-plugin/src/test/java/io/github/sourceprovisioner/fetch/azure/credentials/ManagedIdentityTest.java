package io.github.sourceprovisioner.fetch.azure.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities of apps and machines; nothing of Azure runs here, so scripts answer as documented. */
class ManagedIdentityTest {

  private final TokenLab lab = new TokenLab();

  @Test
  void anAppAsksTheServiceThatItsVariablesName() throws Exception {
    String answer = "{\"access_token\":\"T\",\"expires_on\":\"%d\"}";
    String body = answer.formatted(lab.now.plusSeconds(600).getEpochSecond());
    try (ScriptedServer server = ScriptedServer.start(lab.answer("200 OK", body))) {
      app(server.url("msi/token"));
      lab.environment.put("AZURE_CLIENT_ID", "one of several");
      assertThat(lab.find()).contains(lab.token("the identity of this app", 600));
      assertThat(lab.heard.get(0))
          .startsWith(
              "GET /msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fstorage.azure.com%2F"
                  + "&client_id=one+of+several ")
          .contains("X-IDENTITY-HEADER: canary");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/x",
        "http://169.254.1.2@evil.example/",
        "http://169.254.1.2.evil.example/",
        "ftp://127.0.0.1/x",
        "x y"
      })
  void anAppDoesNotAskJustAnybodyInTheOpen(String endpoint) {
    app(endpoint);
    lab.assertRefused(
        AccessDenied.class,
        "IDENTITY_ENDPOINT names a host that could be anyone's",
        "use https, or an address of this machine");
  }

  @Test
  void anAppWithoutAnIdentityIsTold() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(lab.answer("400 No", ""))) {
      app(server.url("msi/token"));
      lab.assertRefused(
          TransferFailed.class,
          "the service of IDENTITY_ENDPOINT gives out no token",
          "check that the app has an identity, and AZURE_CLIENT_ID");
    }
  }

  @Test
  void aMachineIsAskedLastAndOnce() throws Exception {
    try (ScriptedServer server = machine("200 OK", TokenLab.TOKEN)) {
      assertThat(lab.find()).contains(lab.token("the identity of this machine", 3600));
      lab.find();
      assertThat(lab.heard).hasSize(1);
      assertThat(lab.heard.get(0))
          .startsWith("GET /metadata/identity/oauth2/token?api-version=2018-02-01&resource=")
          .contains("Metadata: true");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aMachineIsNotAskedIfAVariableHasAKey() throws Exception {
    try (ScriptedServer server = machine("200 OK", TokenLab.TOKEN)) {
      lab.environment.put("AZURE_STORAGE_SAS_TOKEN", "sig=x");
      assertThat(lab.find()).isPresent();
      assertThat(server.requests()).isEmpty();
      assertThat(lab.heard).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "no json", "{\"access_token\":7}"})
  void aMachineWithoutAnIdentityIsNoError(String answer) throws Exception {
    try (ScriptedServer server = machine("200 OK", answer)) {
      assertThat(lab.find()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  private void app(String endpoint) {
    lab.environment.put("IDENTITY_ENDPOINT", endpoint);
    lab.environment.put("IDENTITY_HEADER", "canary");
  }

  private ScriptedServer machine(String status, String body) throws java.io.IOException {
    ScriptedServer server = ScriptedServer.start(lab.answer(status, body));
    lab.metadata = URI.create("http://127.0.0.1:" + server.port());
    return server;
  }
}
