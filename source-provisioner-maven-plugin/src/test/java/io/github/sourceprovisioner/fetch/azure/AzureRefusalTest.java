package io.github.sourceprovisioner.fetch.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals as Azure documents them, which the test server does not have or words otherwise. */
class AzureRefusalTest {

  private static final String KEY = "account key of the variable AZURE_STORAGE_KEY";

  private AzureLab lab;

  @BeforeEach
  void machine(@TempDir Path directory) {
    lab = new AzureLab(directory, Map.of("AZURE_STORAGE_KEY", "Y2FuYXJ5"));
  }

  @ParameterizedTest
  @CsvSource({
    "403, AuthenticationFailed, HOST refuses the KEY,"
        + " check that it is the key of the account acme",
    "403, AuthorizationFailure, HOST refuses access to c/b with the KEY (AuthorizationFailure),"
        + " check that it is the key of the account acme",
    "403, KeyBasedAuthenticationNotPermitted, the account acme may not be used with keys,"
        + " 'set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET instead'",
    "403, AccountIsDisabled, 'the account acme is disabled, or not ready',"
        + " look at the state of the storage account in the portal",
    "404, ContainerNotFound, there is no container c in the account acme,"
        + " check the spelling of the container and of the account",
    "404, BlobNotFound, 'no blob and no prefix c/b, asked with the KEY',"
        + " check the spelling; case counts",
    "409, BlobArchived, 'c/b is in the archive tier, and cannot be read at once',"
        + " 'move the blob to another tier, and run again when that is done'",
    "409, Whatever, HOST refuses the request with status 409, check the URL of the blob",
    "403, \u001b[31m, HOST refuses access to c/b with the KEY,"
        + " check that it is the key of the account acme"
  })
  void whoeverIsRefusedHearsWhy(String status, String code, String message, String advice)
      throws Exception {
    try (ScriptedServer server = refusing(status, code)) {
      ProvisioningException refusal = refusal(server);
      assertThat(refusal)
          .hasMessage(message.replace("HOST", "127.0.0.1:" + server.port()).replace("KEY", KEY));
      assertThat(refusal.advice().get(0)).isEqualTo(advice);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, InvalidAuthenticationInfo, HOST refuses the token of <server> az,"
        + " 'renew it, if it has expired; it has to be for https://storage.azure.com/'",
    "403, AuthorizationPermissionMismatch, HOST refuses access to c/b with the token of <server>"
        + " az (AuthorizationPermissionMismatch),"
        + " give it the role Storage Blob Data Reader on the container"
  })
  void aTokenThatIsRefusedIsNamedByItsOrigin(
      String status, String code, String message, String advice) throws Exception {
    lab.context.credential = RecordingContext.with("<server> az", "", "eyJ.canary").credential;
    try (ScriptedServer server = refusing(status, code)) {
      ProvisioningException refusal = refusal(server);
      assertThat(refusal).hasMessage(message.replace("HOST", "127.0.0.1:" + server.port()));
      assertThat(refusal.advice().get(0)).isEqualTo(advice);
      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("Authorization: Bearer eyJ.canary");
      assertThat(lab.heard()).doesNotContain("canary");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, NoAuthenticationInformation",
    "409, PublicAccessNotPermitted",
    "403, AuthenticationFailed",
    "403, ''"
  })
  void whoShowsNothingHearsWhatToShow(String status, String code, @TempDir Path directory)
      throws Exception {
    lab = new AzureLab(directory, Map.of());
    try (ScriptedServer server = refusing(status, code)) {
      assertThat(refusal(server))
          .hasMessageEndingWith(" refuses access to c/b with no credential at all")
          .hasMessageStartingWith("127.0.0.1:");
    }
  }

  @Test
  void whatIsNotThereMayBePrivateForWhoShowsNothing(@TempDir Path directory) throws Exception {
    lab = new AzureLab(directory, Map.of());
    try (ScriptedServer server = refusing("404", "ResourceNotFound")) {
      assertThat(refusal(server).advice())
          .contains(
              "set AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN if it is private:"
                  + " it looks the same then");
    }
  }

  @Test
  void aSignatureIsNotShownAsAPasswordToWhoeverAsks() throws Exception {
    Script challenge = Script.http("401 Who", "", "WWW-Authenticate: Basic realm=\"x\"");
    try (ScriptedServer server = ScriptedServer.start(challenge)) {
      refusal(server, "?sv=1&sig=canary");
      assertThat(server.requests())
          .hasSize(1)
          .allMatch(request -> request.contains("sig=canary"))
          .noneMatch(request -> request.contains("Authorization"));
      assertThat(lab.heard()).doesNotContain("canary");
    }
  }

  @ParameterizedTest
  @CsvSource({"?sv=1&sig=canary, '', ''", "'', acme, Y2FuYXJ5", "'', '', canary"})
  void aRedirectTakesNothingAlong(String query, String user, String password) throws Exception {
    try (ScriptedServer other = ScriptedServer.start(Script.http("404 No", ""))) {
      Script elsewhere = Script.http("302 Found", "", "Location: " + other.url("x"));
      try (ScriptedServer server = ScriptedServer.start(elsewhere)) {
        lab.context.credential = RecordingContext.with("<server> az", user, password).credential;
        refusal(server, query);
        assertThat(other.requests())
            .isNotEmpty()
            .noneMatch(r -> r.contains("canary") || r.contains("Authorization"));
      }
    }
  }

  private ProvisioningException refusal(ScriptedServer server) {
    return refusal(server, "");
  }

  private ProvisioningException refusal(ScriptedServer server, String query) {
    ProvisioningException refusal =
        catchThrowableOfType(
            ProvisioningException.class,
            () -> lab.resolve("azurerm::" + server.url("acme/c/b") + query));
    assertThat(refusal.getMessage() + refusal.advice()).doesNotContain("canary", "Y2FuYXJ5");
    return refusal;
  }

  private static ScriptedServer refusing(String status, String code) throws java.io.IOException {
    return ScriptedServer.start(Script.http(status + " No", "", "x-ms-error-code: " + code));
  }
}
