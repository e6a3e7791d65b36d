package io.github.sourceprovisioner.fetch.s3.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that a service issues; no real one runs here, so scripts answer as Amazon documents it. */
class IssuedKeyTest {

  private static final String JSON =
      "{\"Code\":\"Success\",\"AccessKeyId\":\"I\",\"SecretAccessKey\":\"S\",\"Token\":\"T\","
          + "\"Expiration\":\"2026-11-21T13:00:00Z\"}";

  private KeyLab lab;

  @BeforeEach
  void machine(@TempDir Path home) {
    lab = new KeyLab(home);
  }

  @Test
  void aWebIdentityIsExchangedForTheKeyOfItsRole() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (ScriptedServer server = ScriptedServer.start(sts("AssumeRoleWithWebIdentity", heard))) {
      webIdentity(server);
      assertThat(lab.find()).contains(key("the role of AWS_ROLE_ARN"));
      assertThat(heard.get(0))
          .contains("Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr")
          .contains("WebIdentityToken=canary")
          .doesNotContain("Authorization");
      assertThat(lab.context.requests + "" + lab.context.notes).doesNotContain("canary");
    }
  }

  @Test
  void aTemporaryKeyIsAskedForOnceAndAgainShortlyBeforeItEnds() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (ScriptedServer server = ScriptedServer.start(sts("AssumeRoleWithWebIdentity", heard))) {
      webIdentity(server);
      lab.find();
      lab.find();
      assertThat(heard).hasSize(1);
      lab.now = lab.now.plus(Duration.ofMinutes(59));
      lab.find();
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void anExpiredWebIdentityIsToBeRenewed() throws Exception {
    Script expired =
        Script.http(
            "400 No",
            "<ErrorResponse><Error><Code>ExpiredTokenException</Code></Error></ErrorResponse>");
    try (ScriptedServer server = ScriptedServer.start(expired)) {
      webIdentity(server);
      assertThatThrownBy(() -> lab.find())
          .isInstanceOf(AccessDenied.class)
          .hasMessage(
              "the role of AWS_ROLE_ARN: STS refuses the token of AWS_WEB_IDENTITY_TOKEN_FILE"
                  + " (ExpiredTokenException)")
          .extracting(e -> ((ProvisioningException) e).advice().get(0))
          .isEqualTo("renew it: it has expired");
    }
  }

  @Test
  void aServiceInTroubleIsWorthAnotherAttempt() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http("503 Later", ""))) {
      webIdentity(server);
      assertThatThrownBy(() -> lab.find()).isInstanceOf(TransferFailed.class);
    }
  }

  @Test
  void aRoleIsTakenOnWithTheKeyOfAnotherProfile() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (ScriptedServer server = ScriptedServer.start(sts("AssumeRole", heard))) {
      lab.environment.put("AWS_ENDPOINT_URL_STS", server.url(""));
      lab.write(
          ".aws/config",
          "[profile dev]",
          "role_arn = r",
          "source_profile = base",
          "external_id = x y",
          "region = eu-west-1",
          "[profile base]",
          "aws_access_key_id = BASE",
          "aws_secret_access_key = canary");
      assertThat(lab.find(Optional.of("dev"))).contains(key("the role of the profile dev"));
      assertThat(heard.get(0))
          .contains("Credential=BASE/20261121/eu-west-1/sts/aws4_request")
          .contains("Action=AssumeRole&ExternalId=x%20y&RoleArn=r&RoleSessionName=source-")
          .doesNotContain("canary");
    }
  }

  @Test
  void aContainerGivesOutTheKeyOfItsRole() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http("200 OK", JSON))) {
      lab.inside = URI.create("http://127.0.0.1:" + server.port());
      lab.environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/id");
      lab.environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");
      assertThat(lab.find()).contains(key("the role of this container"));
      assertThat(server.requests().get(0))
          .startsWith("GET /v2/id ")
          .contains("Authorization: token");
    }
  }

  @Test
  void aContainerDoesNotAskJustAnybodyInTheOpen() {
    lab.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://evil.invalid/x");

    assertThatThrownBy(() -> lab.find())
        .isInstanceOf(AccessDenied.class)
        .hasMessage("AWS_CONTAINER_CREDENTIALS_FULL_URI names a host that could be anyone's")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("use https, or an address of this machine");
  }

  @Test
  void anInstanceIsAskedByTheSecondVersionOfItsService() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            Script.http("200 OK", "session"),
            Script.http("200 OK", "my-role\n"),
            Script.http("200 OK", JSON))) {
      lab.inside = URI.create("http://127.0.0.1:" + server.port());
      assertThat(lab.find()).contains(key("the role of this instance"));
      assertThat(server.requests().get(0)).startsWith("PUT /latest/api/token ");
      assertThat(server.requests().get(2))
          .startsWith("GET /latest/meta-data/iam/security-credentials/my-role ")
          .contains("X-aws-ec2-metadata-token: session");
    }
  }

  @Test
  void anInstanceWithTheFirstVersionAloneIsNotAsked() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http("405 No", ""))) {
      lab.inside = URI.create("http://127.0.0.1:" + server.port());
      assertThat(lab.find()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  private void webIdentity(ScriptedServer server) throws Exception {
    lab.write("token", "canary");
    lab.environment.put("AWS_ENDPOINT_URL_STS", server.url(""));
    lab.environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", lab.home("token"));
    lab.environment.put("AWS_ROLE_ARN", "arn:aws:iam::1:role/r");
  }

  private static AwsKey key(String origin) {
    return new AwsKey(
        "I", "S", Optional.of("T"), origin, Optional.of(Instant.parse("2026-11-21T13:00:00Z")));
  }

  private static Script sts(String action, List<String> heard) {
    String answer =
        "<%1$sResponse xmlns='https://sts.amazonaws.com/doc/2011-06-15/'><%1$sResult><Credentials>"
            + "<AccessKeyId>I</AccessKeyId><SecretAccessKey>S</SecretAccessKey>"
            + "<SessionToken>T</SessionToken><Expiration>2026-11-21T13:00:00Z</Expiration>"
            + "</Credentials></%1$sResult></%1$sResponse>";
    String body = answer.formatted(action);
    return wire -> {
      heard.add(wire.request());
      wire.send(
          "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(body.length(), body));
    };
  }
}
