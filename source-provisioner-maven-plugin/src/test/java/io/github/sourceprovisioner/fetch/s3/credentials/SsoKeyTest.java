package io.github.sourceprovisioner.fetch.s3.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles of single sign-on; scripts answer as Amazon documents it. */
class SsoKeyTest {

  /** The SHA-1 of {@code corp}. */
  private static final String CACHE =
      ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

  private KeyLab lab;

  @BeforeEach
  void profile(@TempDir Path home) throws Exception {
    lab = new KeyLab(home);
    lab.write(
        ".aws/config",
        "[profile dev]",
        "sso_session = corp",
        "sso_account_id = 1",
        "sso_role_name = reader",
        "[sso-session corp]",
        "sso_region = eu-west-1",
        "sso_start_url = https://corp.invalid/start");
  }

  @Test
  void whoeverIsSignedInGetsTheKeyOfTheRole() throws Exception {
    token("2026-11-21T12:00:01Z");
    try (ScriptedServer server =
        ScriptedServer.start(
            Script.http(
                "200 OK",
                "{\"roleCredentials\":{\"accessKeyId\":\"I\",\"secretAccessKey\":\"S\","
                    + "\"sessionToken\":\"T\",\"expiration\":1795266000000}}"))) {
      lab.environment.put("AWS_ENDPOINT_URL_SSO", server.url("").replaceFirst("/$", ""));
      assertThat(lab.find(Optional.of("dev")))
          .contains(
              new AwsKey(
                  "I",
                  "S",
                  Optional.of("T"),
                  "the profile dev",
                  Optional.of(Instant.ofEpochSecond(1_795_266_000))));
      assertThat(server.requests().get(0))
          .startsWith("GET /federation/credentials?account_id=1&role_name=reader ")
          .contains("x-amz-sso_bearer_token: canary");
    }
    assertThat(lab.context.requests + "" + lab.context.notes).doesNotContain("canary");
  }

  @Test
  void anExpiredSessionIsNotEvenShown() throws Exception {
    token("2026-11-21T12:00:00Z");

    assertSignedOut();
    assertThat(lab.context.requests).isEmpty();
  }

  @Test
  void whoeverNeverSignedInHearsHow() {
    assertSignedOut();
  }

  @Test
  void aSessionThatTheServiceHasEndedIsOver() throws Exception {
    token("2026-11-21T13:00:00Z");
    try (ScriptedServer server = ScriptedServer.start(Script.http("401 No", "{}"))) {
      lab.environment.put("AWS_ENDPOINT_URL_SSO", server.url("").replaceFirst("/$", ""));
      assertSignedOut();
    }
  }

  @Test
  void aRoleThatIsNotAssignedIsNamedByItsProfile() throws Exception {
    token("2026-11-21T13:00:00Z");
    try (ScriptedServer server = ScriptedServer.start(Script.http("403 No", "{}"))) {
      lab.environment.put("AWS_ENDPOINT_URL_SSO", server.url("").replaceFirst("/$", ""));
      assertRefused(
          "the profile dev may not take on its role",
          "check sso_account_id and sso_role_name, and that the role is assigned to you");
    }
  }

  private void token(String end) throws Exception {
    lab.write(CACHE, "{\"accessToken\":\"canary\",\"expiresAt\":\"" + end + "\"}");
  }

  private void assertSignedOut() {
    assertRefused("the profile dev is not signed in any more", "aws sso login --profile dev");
  }

  private void assertRefused(String message, String advice) {
    assertThatThrownBy(() -> lab.find(Optional.of("dev")))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(message)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo(advice);
  }
}
