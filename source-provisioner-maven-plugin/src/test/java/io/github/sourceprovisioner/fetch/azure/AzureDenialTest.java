package io.github.sourceprovisioner.fetch.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.Azurite;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those hear whom a real server does not let in. */
class AzureDenialTest {

  private static final String OTHER_KEY = "Y2FuYXJ5".repeat(10) + "Y2FuYQ==";

  private static Azurite server;

  private Path directory;

  @BeforeAll
  static void start() throws Exception {
    server = Azurite.start();
    server.make("private");
    server.put("private", "a.txt", "a");
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

  @Test
  void aWrongKeyIsRefusedAndNotShown() {
    AzureLab lab = lab(Map.of("AZURE_STORAGE_KEY", OTHER_KEY));

    assertRefused(
        lab,
        "private/a.txt",
        server.host()
            + " refuses access to private/a.txt with the account key of the variable"
            + " AZURE_STORAGE_KEY (AuthorizationFailure)",
        "check that it is the key of the account localtest");
    assertThat(lab.heard()).doesNotContain(OTHER_KEY);
  }

  @Test
  void anExpiredSignatureIsNamedWithItsEnd() {
    Instant ended = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    AzureLab lab =
        lab(Map.of("AZURE_STORAGE_SAS_TOKEN", Azurite.signature("private", "rl", ended)));

    assertRefused(
        lab,
        "private/a.txt",
        server.host()
            + " refuses the shared access signature of the variable AZURE_STORAGE_SAS_TOKEN:"
            + " it expired at "
            + ended,
        "make a new one");
  }

  @Test
  void aSignatureThatIsNoneIsRefused() {
    String signature = Azurite.signature("other", "rl", soon());

    assertRefused(
        lab(Map.of()),
        "private/a.txt?" + signature,
        server.host()
            + " refuses access to private/a.txt with the shared access signature of the URI"
            + " (AuthorizationFailure)",
        "make one with read and list (sp=rl) for the container (sr=c), and copy all of it");
  }

  @Test
  void aSignatureThatMayNotListSaysWhatIsMissing() {
    String signature = Azurite.signature("private", "r", soon());

    assertRefused(
        lab(Map.of()),
        "private/?" + signature,
        server.host()
            + " refuses access to private/ with the shared access signature of the URI"
            + " (AuthorizationPermissionMismatch)",
        "make one with read and list (sp=rl) for the container (sr=c), and copy all of it");
  }

  @Test
  void withoutAnythingTheUserHearsWhatToSet() {
    ProvisioningException e =
        assertRefused(
            lab(Map.of()),
            "private/a.txt",
            server.host() + " refuses access to private/a.txt with no credential at all",
            "set AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN");
    assertThat(e.advice())
        .contains("add a <server> with the id " + server.host() + " to settings.xml")
        .anyMatch(advice -> advice.startsWith("az login is not used, since no program is run"));
  }

  @ParameterizedTest
  @CsvSource({
    "private/nothing, no blob and no prefix private/nothing",
    "nowhere/nothing, there is no container nowhere in the account localtest",
  })
  void whatIsNotThereIsNamed(String place, String message) {
    AzureLab lab = lab(Map.of("AZURE_STORAGE_KEY", Azurite.KEY));
    ProvisioningException e =
        catchThrowableOfType(ProvisioningException.class, () -> lab.resolve(uri(place)));
    assertThat(e.kind()).isEqualTo("SourceNotFound");
    assertThat(e).hasMessageStartingWith(message);
    assertThat(e.advice().get(0)).startsWith("check the spelling");
  }

  private static AccessDenied assertRefused(
      AzureLab lab, String place, String message, String advice) {
    AccessDenied refusal = catchThrowableOfType(AccessDenied.class, () -> lab.resolve(uri(place)));
    assertThat(refusal).hasMessage(message);
    assertThat(refusal.advice().get(0)).isEqualTo(advice);
    return refusal;
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
