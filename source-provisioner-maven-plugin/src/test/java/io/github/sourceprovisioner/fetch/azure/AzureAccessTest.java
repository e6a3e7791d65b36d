package io.github.sourceprovisioner.fetch.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.server.Azurite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by a real server. */
class AzureAccessTest {

  private static final String OTHER_KEY = "Y2FuYXJ5".repeat(10) + "Y2FuYQ==";

  private static Azurite server;

  private Path directory;

  @BeforeAll
  static void start() throws Exception {
    server = Azurite.start();
    server.make("private");
    server.put("private", "a.txt", "a");
    server.makePublic("public");
    server.put("public", "p/a.txt", "a");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void directory(@TempDir Path temporary) {
    directory = temporary;
  }

  @ParameterizedTest
  @ValueSource(strings = {"AZURE_STORAGE_KEY", "ARM_ACCESS_KEY"})
  void aKeyInAVariableIsUsed(String variable) throws Exception {
    AzureLab lab = lab(Map.of(variable, Azurite.KEY));

    assertThat(lab.files(uri("private/a.txt"))).isEqualTo(Map.of("a.txt", "a"));
    assertThat(lab.context.notes).contains("with the account key of the variable " + variable);
    assertThat(lab.heard()).doesNotContain(Azurite.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AZURE_STORAGE_SAS_TOKEN", "ARM_SAS_TOKEN"})
  void aSignatureInAVariableIsUsedWithOrWithoutItsQuestionMark(String variable) throws Exception {
    String signature = Azurite.signature("private", "rl", soon());

    assertThat(lab(Map.of(variable, signature)).files(uri("private/"))).hasSize(1);
    assertThat(lab(Map.of(variable, "?" + signature)).files(uri("private/"))).hasSize(1);
  }

  @Test
  void theSignatureOfTheUriIsUsedAndNeverShown() throws Exception {
    String signature = Azurite.signature("private", "rl", soon());
    AzureLab lab = lab(Map.of("AZURE_STORAGE_KEY", OTHER_KEY));

    assertThat(lab.files(uri("private/?" + signature))).isEqualTo(Map.of("a.txt", "a"));
    String secret = signature.substring(signature.indexOf("sig=") + 4);
    assertThat(lab.heard()).contains("sig=redacted").doesNotContain(secret);
    assertThat(lab.locate(uri("private/?" + signature)))
        .isEqualTo(lab.locate(uri("private/")))
        .asString()
        .doesNotContain("sig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", Azurite.ACCOUNT})
  void theServerOfTheSettingsHoldsTheKeyAndComesBeforeVariables(String user) throws Exception {
    AzureLab lab = lab(Map.of("AZURE_STORAGE_KEY", OTHER_KEY));
    lab.context.credential = RecordingContext.with("<server> az", user, Azurite.KEY).credential;

    assertThat(lab.files(uri("private/a.txt"))).isEqualTo(Map.of("a.txt", "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whoever"})
  void theServerOfTheSettingsMayHoldASignature(String user) throws Exception {
    AzureLab lab = lab(Map.of());
    String signature = Azurite.signature("private", "rl", soon());
    lab.context.credential = RecordingContext.with("<server> az", user, signature).credential;

    assertThat(lab.files(uri("private/a.txt"))).isEqualTo(Map.of("a.txt", "a"));
  }

  @Test
  void whatIsPublicNeedsNothing() throws Exception {
    assertThat(lab(Map.of()).files(uri("public/p"))).isEqualTo(Map.of("a.txt", "a"));
    assertThat(lab(Map.of()).files(uri("public/p/a.txt"))).isEqualTo(Map.of("a.txt", "a"));
  }

  private AzureLab lab(Map<String, String> environment) {
    return new AzureLab(directory, environment);
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(600);
  }

  private static String uri(String place) {
    return "azurerm::" + server.url(place);
  }
}
