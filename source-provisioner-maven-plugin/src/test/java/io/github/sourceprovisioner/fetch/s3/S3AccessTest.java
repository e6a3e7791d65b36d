package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.server.S3Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in by a real server, and what everybody else hears. */
class S3AccessTest {

  private static final String ID = S3Proxy.KEY.id();
  private static final String SECRET = S3Proxy.KEY.secret();

  private static S3Proxy server;

  private Path directory;

  @BeforeAll
  static void start() throws Exception {
    server = S3Proxy.start();
    server.make("bucket");
    server.put("bucket", "a.txt", "a");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void directory(@TempDir Path temporary) {
    directory = temporary;
  }

  @Test
  void aWrongSecretIsRefusedAndNotShown() {
    S3Lab lab = lab(Map.of("AWS_ACCESS_KEY_ID", ID, "AWS_SECRET_ACCESS_KEY", "canary"));

    assertThat(refusal(AccessDenied.class, lab))
        .hasMessage(
            host() + " refuses the signature with the key of the variable AWS_ACCESS_KEY_ID")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check the secret access key, and that it belongs to the access key id");
    assertThat(lab.context.requests + "" + lab.context.notes).doesNotContain("canary");
  }

  @Test
  void aKeyThatNobodyKnowsIsNamedByItsOrigin() {
    S3Lab lab = lab(Map.of("AWS_ACCESS_KEY_ID", "AKIDOTHER", "AWS_SECRET_ACCESS_KEY", SECRET));

    assertThat(refusal(AccessDenied.class, lab))
        .hasMessage(host() + " does not know the key of the variable AWS_ACCESS_KEY_ID")
        .hasMessageNotContaining("AKIDOTHER")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check the access key id: it may be deleted, or of another store");
  }

  @Test
  void withoutAnyKeyTheUserHearsWhatToSet() {
    Throwable refusal = refusal(AccessDenied.class, lab(Map.of()));

    assertThat(refusal).hasMessage(host() + " refuses access to bucket/a.txt with no key at all");
    assertThat(((ProvisioningException) refusal).advice())
        .containsExactly(
            "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            "add a <server> with the id " + host() + " to settings.xml");
  }

  @Test
  void theServerOfTheSettingsComesBeforeTheEnvironment() throws Exception {
    S3Lab lab = lab(Map.of("AWS_ACCESS_KEY_ID", "AKIDOTHER", "AWS_SECRET_ACCESS_KEY", "x"));
    lab.context.credential = RecordingContext.with("<server> s3", ID, SECRET).credential;

    assertThat(lab.files(uri("bucket/a.txt"))).isEqualTo(Map.of("a.txt", "a"));
  }

  @Test
  void aTokenWithoutAUserIsNoKey() {
    S3Lab lab = lab(Map.of());
    lab.context.credential = RecordingContext.with("<server> s3", "", "token").credential;

    assertThat(refusal(AccessDenied.class, lab))
        .hasMessage("the credential of <server> s3 is no key of S3")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("give the access key id as username and the secret access key as password");
  }

  @Test
  void theKeyOfTheUriIsUsed() throws Exception {
    String key = "?aws_access_key_id=" + ID + "&aws_access_key_secret=local/secret%2Bkey";

    assertThat(lab(Map.of()).files(uri("bucket/a.txt") + key)).isEqualTo(Map.of("a.txt", "a"));
  }

  @Test
  void theProfileOfTheSourceComesBeforeTheEnvironment() throws Exception {
    Path file = Files.createDirectories(directory.resolve("home/.aws")).resolve("credentials");
    Files.writeString(
        file, "[dev]\naws_access_key_id = %s\naws_secret_access_key = %s\n".formatted(ID, SECRET));
    S3Lab lab = lab(Map.of("AWS_ACCESS_KEY_ID", "AKIDOTHER", "AWS_SECRET_ACCESS_KEY", "x"));

    assertThat(lab.files(uri("bucket/a.txt?aws_profile=dev"))).isEqualTo(Map.of("a.txt", "a"));
    assertThat(lab.context.notes).contains("with the key of the profile dev");
  }

  @Test
  void whatIsPublicNeedsNoKey() throws Exception {
    try (S3Proxy open = S3Proxy.startPublic()) {
      open.make("public");
      open.put("public", "p/a.txt", "a");

      assertThat(lab(Map.of()).files("s3::" + open.url("public/p")))
          .isEqualTo(Map.of("a.txt", "a"));
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    S3Lab lab = lab(Map.of("AWS_ACCESS_KEY_ID", ID, "AWS_SECRET_ACCESS_KEY", SECRET));

    assertThatThrownBy(() -> lab.resolve(uri("bucket/nothing")))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage(
            "no object and no prefix bucket/nothing, asked with the key of the variable"
                + " AWS_ACCESS_KEY_ID")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check the spelling; case counts");
    assertThatThrownBy(() -> lab.resolve(uri("no-bucket/nothing")))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage("there is no bucket no-bucket at " + host())
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check the spelling of the bucket, and the host");
  }

  private Throwable refusal(Class<? extends Throwable> type, S3Lab lab) {
    Throwable[] refusal = new Throwable[1];
    assertThatThrownBy(() -> lab.resolve(uri("bucket/a.txt")))
        .isInstanceOf(type)
        .satisfies(e -> refusal[0] = e);
    return refusal[0];
  }

  private S3Lab lab(Map<String, String> environment) {
    return new S3Lab(directory, environment);
  }

  private static String uri(String place) {
    return "s3::" + server.url(place);
  }

  private static String host() {
    return server.url("").replaceAll("http://|/", "");
  }
}
