package io.github.sourceprovisioner.fetch.gcs.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where tokens come from; scripts answer as Google documents it. */
class TokenPurseTest {

  private static final String TOKEN = "{\"access_token\":\"T\",\"expires_in\":3600}";
  private static final String DEFAULT = ".config/gcloud/application_default_credentials.json";
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  private final RecordingContext context = new RecordingContext();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private Path home;

  @BeforeEach
  void home(@TempDir Path directory) {
    home = directory;
  }

  @Test
  void whereNothingIsConfiguredNothingIsFound() throws Exception {
    assertThat(purse(NOBODY, NOBODY).find(context)).isEmpty();
  }

  @Test
  void aRefreshTokenIsExchangedOnceAndAgainShortlyBeforeItsEnd() throws Exception {
    write(
        DEFAULT,
        "{\"type\":\"authorized_user\",\"client_id\":\"c\",\"client_secret\":\"s\","
            + "\"refresh_token\":\"canary/+\"}");
    try (ScriptedServer server = ScriptedServer.start(token("200 OK", TOKEN))) {
      TokenPurse purse = purse(URI.create(server.url("token")), NOBODY);
      assertThat(purse.find(context))
          .contains(
              new AccessToken(
                  "T", "gcloud's default credentials", Optional.of(now.plusSeconds(3600))));
      purse.find(context);
      assertThat(heard).hasSize(1);
      assertThat(heard.get(0))
          .endsWith(
              "client_id=c&client_secret=s&grant_type=refresh_token&refresh_token=canary%2F%2B");
      assertThat(context.requests + "" + context.notes).doesNotContain("canary");

      now = now.plus(Duration.ofMinutes(59));
      purse.find(context);
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void aServiceAccountProvesItselfWithItsKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    try (ScriptedServer server = ScriptedServer.start(token("200 OK", TOKEN))) {
      serviceAccount(pair, server.url("token"));
      assertThat(purse(NOBODY, NOBODY).find(context)).map(AccessToken::value).contains("T");
      String[] proof = heard.get(0).replaceFirst("(?s).*assertion=([^&]*).*", "$1").split("\\.");
      assertThat(text(proof[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}");
      assertThat(text(proof[1]))
          .contains("\"iss\":\"me@x.invalid\"", "devstorage.read_only", "\"iat\":1795262400");
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(pair.getPublic());
      check.update((proof[0] + "." + proof[1]).getBytes(StandardCharsets.US_ASCII));
      assertThat(check.verify(Base64.getUrlDecoder().decode(proof[2]))).isTrue();
    }
  }

  @Test
  void theMachineGivesOutTheTokenOfItsAccount() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(token("200 OK", TOKEN))) {
      URI inside = URI.create("http://127.0.0.1:" + server.port());
      assertThat(purse(NOBODY, inside).find(context))
          .map(AccessToken::origin)
          .contains("the account of this machine");
      assertThat(heard.get(0))
          .startsWith("GET /computeMetadata/v1/instance/service-accounts/default/token ")
          .contains("Metadata-Flavor: Google");
    }
  }

  @Test
  void aRefusedRefreshTokenMeansToSignInAgain() throws Exception {
    write(
        DEFAULT,
        "{\"type\":\"authorized_user\",\"client_id\":\"c\",\"client_secret\":\"s\","
            + "\"refresh_token\":\"r\"}");
    try (ScriptedServer server = ScriptedServer.start(token("400 Bad", "{}"))) {
      assertRefused(
          purse(URI.create(server.url("token")), NOBODY),
          "Google gives no token for gcloud's default credentials",
          "sign in again: gcloud auth application-default login");
    }
  }

  @Test
  void whatIsNotSupportedSaysWhatIs() throws Exception {
    write(DEFAULT, "{\"type\":\"external_account\"}");
    assertRefused(
        purse(NOBODY, NOBODY),
        "gcloud's default credentials: a kind of credential that is not supported",
        "set GOOGLE_OAUTH_ACCESS_TOKEN to what gcloud auth print-access-token says");
  }

  @Test
  void aNamedFileThatCannotBeReadIsAnError() {
    environment.put("GOOGLE_APPLICATION_CREDENTIALS", home.resolve("nope").toString());
    assertRefused(
        purse(NOBODY, NOBODY),
        "the file of GOOGLE_APPLICATION_CREDENTIALS cannot be read",
        "check GOOGLE_APPLICATION_CREDENTIALS");
  }

  @Test
  void aKeyThatIsNoneIsAnErrorThatDoesNotShowIt() throws Exception {
    write(
        DEFAULT,
        "{\"type\":\"service_account\",\"client_email\":\"e\",\"private_key\":\"canary\"}");
    assertRefused(
        purse(NOBODY, NOBODY),
        "gcloud's default credentials cannot be read: no file of Google's making",
        "check GOOGLE_APPLICATION_CREDENTIALS");
  }

  private void assertRefused(TokenPurse purse, String message, String advice) {
    assertThatThrownBy(() -> purse.find(context))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(message)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo(advice);
  }

  private TokenPurse purse(URI tokens, URI metadata) {
    return new TokenPurse(new Machine(environment, home, NOBODY, tokens, metadata), () -> now);
  }

  private void serviceAccount(KeyPair pair, String place) throws Exception {
    String key = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    write(
        DEFAULT,
        ("{\"type\":\"service_account\",\"client_email\":\"me@x.invalid\",\"token_uri\":\"%s\","
                + "\"private_key_id\":\"k1\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n%s"
                + "\\n-----END PRIVATE KEY-----\\n\"}")
            .formatted(place, key.replaceAll("\\s+", "\\\\n")));
  }

  private void write(String path, String text) throws Exception {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Script token(String status, String body) {
    return wire -> {
      heard.add(wire.request());
      wire.send(
          "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(status, body.length(), body));
    };
  }

  private static String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
