package io.github.sourceprovisioner.fetch.azure.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.fetch.azure.proof.AccountKey;
import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.fetch.azure.proof.SharedAccess;
import io.github.sourceprovisioner.fixture.RecordingContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for what, and which comes first. */
class ProofsTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[64]);
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");
  private static final URI USUAL = URI.create("https://acme.blob.core.windows.net");

  private final RecordingContext context = new RecordingContext();
  private final Map<String, String> environment = new TreeMap<>();

  @Test
  void whereNothingIsConfiguredNothingIsFound() throws Exception {
    assertThat(find(USUAL)).isEmpty();
  }

  @Test
  void aPasswordWithASignatureIsOneWhateverTheUserIs() throws Exception {
    assertThat(configured("", "?sv=1&sig=x")).contains(new SharedAccess("sv=1&sig=x", "<server>"));
    assertThat(configured("?", "sig=x&sv=1")).contains(new SharedAccess("sig=x&sv=1", "<server>"));
    assertThat(configured("any", "sig=x")).contains(new SharedAccess("sig=x", "<server>"));
  }

  @Test
  void aPasswordBesideTheAccountIsItsKeyOfAnyLength() throws Exception {
    assertThat(configured("acme", KEY)).contains(new AccountKey("acme", KEY, "<server>"));
    assertThat(configured("acme", "a2V5")).contains(new AccountKey("acme", "a2V5", "<server>"));
  }

  @Test
  void aPasswordAloneIsAKeyByItsFormElseAToken() throws Exception {
    assertThat(configured("", KEY)).contains(new AccountKey("acme", KEY, "<server>"));
    assertThat(configured("", "eyJ0.eyJ1.x"))
        .contains(new BearerToken("eyJ0.eyJ1.x", "<server>", Optional.empty()));
  }

  @Test
  void theKeyOfAnotherAccountIsNotTried() {
    AccessDenied refusal = catchThrowableOfType(AccessDenied.class, () -> configured("other", KEY));
    assertThat(refusal)
        .hasMessage(
            "the credential of <server> is not for the account acme: its user name is another");
    assertThat(refusal.advice())
        .containsExactly(
            "give the name of the account as username and its key as password",
            "leave out the username of a shared access signature or a token");
  }

  @Test
  void variablesOfTheCliComeBeforeThoseOfTerraformAndKeysBeforeSignatures() throws Exception {
    environment.put("ARM_SAS_TOKEN", "sig=4");
    assertThat(find(USUAL)).map(Object::toString).contains(signature("ARM_SAS_TOKEN"));
    environment.put("ARM_ACCESS_KEY", KEY);
    assertThat(find(USUAL)).map(Object::toString).contains(key("ARM_ACCESS_KEY"));
    environment.put("AZURE_STORAGE_SAS_TOKEN", "sig=2");
    assertThat(find(USUAL)).map(Object::toString).contains(signature("AZURE_STORAGE_SAS_TOKEN"));
    environment.put("AZURE_STORAGE_KEY", KEY);
    assertThat(find(USUAL)).map(Object::toString).contains(key("AZURE_STORAGE_KEY"));
  }

  @Test
  void variablesThatNameAnotherAccountAreLeftOut() throws Exception {
    environment.put("AZURE_STORAGE_KEY", KEY);
    environment.put("AZURE_STORAGE_ACCOUNT", "other");
    assertThat(find(USUAL)).isEmpty();
    assertThat(context.notes).contains("AZURE_STORAGE_ACCOUNT names another account than acme");
    environment.put("AZURE_STORAGE_ACCOUNT", "acme");
    assertThat(find(USUAL)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.blob.core.windows.net",
        "https://acme.z17.blob.storage.azure.net",
        "https://acme.blob.core.usgovcloudapi.net",
        "https://acme.blob.core.chinacloudapi.cn",
        "http://127.0.0.1:10000/acme",
        "http://localhost:10000/acme"
      })
  void variablesAreForCloudsAndThisMachine(String endpoint) throws Exception {
    environment.put("AZURE_STORAGE_SAS_TOKEN", "sig=canary");
    assertThat(find(URI.create(endpoint))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.blob.evil.example",
        "https://acme.blob.core.windows.net.evil.example",
        "https://evilblob.core.windows.net.example/acme",
        "http://acme.blob.core.windows.net",
        "https://127.0.0.1.evil.example/acme"
      })
  void nobodyElseIsShownWhatTheEnvironmentHolds(String endpoint) throws Exception {
    environment.put("AZURE_STORAGE_SAS_TOKEN", "sig=canary");
    environment.put("AZURE_STORAGE_KEY", KEY);
    assertThat(find(URI.create(endpoint))).isEmpty();
    assertThat(context.notes)
        .contains("variables and tokens are not shown to " + URI.create(endpoint).getHost());
  }

  private Optional<Proof> configured(String user, String password) throws Exception {
    environment.put("AZURE_STORAGE_KEY", "never looked at");
    context.credential = RecordingContext.with("<server>", user, password).credential;
    return find(USUAL);
  }

  private Optional<Proof> find(URI endpoint) throws Exception {
    return new Proofs(new Machine(environment, NOBODY), InstantSource.system())
        .find(new Holder("acme", endpoint), context);
  }

  private static String key(String variable) {
    return "account key of the variable " + variable;
  }

  private static String signature(String variable) {
    return "shared access signature of the variable " + variable;
  }
}
