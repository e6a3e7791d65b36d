package io.github.sourceprovisioner.fetch.s3.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which key is taken, where no service has to be asked. */
class KeyRingTest {

  private KeyLab lab;

  @BeforeEach
  void machine(@TempDir Path home) {
    lab = new KeyLab(home);
  }

  @Test
  void whereNothingIsConfiguredNothingIsFound() throws Exception {
    assertThat(lab.find()).isEmpty();
    assertThat(lab.context.notes).containsExactly("no key for Amazon's services is configured");
  }

  @Test
  void theVariablesHoldAKeyWithItsToken() throws Exception {
    lab.environment.put("AWS_ACCESS_KEY_ID", " id ");
    lab.environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    lab.environment.put("AWS_SESSION_TOKEN", "token");

    assertThat(lab.find())
        .contains(
            new AwsKey("id", "secret", Optional.of("token"), "the variable AWS_ACCESS_KEY_ID"));
  }

  @Test
  void halfAKeyIsNoneAndNoted() throws Exception {
    lab.environment.put("AWS_ACCESS_KEY_ID", "id");

    assertThat(lab.find()).isEmpty();
    assertThat(lab.context.notes)
        .contains("one half of a key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }

  @Test
  void theDefaultProfileIsReadFromBothFiles() throws Exception {
    lab.write(
        ".aws/config",
        "# comment",
        "[default]",
        "region = eu-west-1 # here",
        "aws_access_key_id = old",
        "s3 =",
        "  aws_access_key_id = nested");
    lab.write(".aws/credentials", "[default]", "aws_access_key_id=id", "aws_secret_access_key = s");

    assertThat(lab.find()).contains(new AwsKey("id", "s", Optional.empty(), "the profile default"));
  }

  @Test
  void theVariableNamesProfileAndFiles() throws Exception {
    lab.write(
        "elsewhere/config", "[profile dev]", "aws_access_key_id=id", "aws_secret_access_key=s");
    lab.environment.put("AWS_CONFIG_FILE", lab.home("elsewhere/config"));
    lab.environment.put("AWS_PROFILE", "dev");

    assertThat(lab.find()).map(AwsKey::origin).contains("the profile dev");
  }

  @Test
  void aProfileThatIsNotThereIsAnErrorThatNamesTheOthers() throws Exception {
    lab.write(".aws/config", "[profile dev]", "[profile prod]");

    assertRefused("nope", "there is no profile nope in ~/.aws/config", "pick one of dev, prod");
  }

  @Test
  void aSecondFactorCannotBeAskedFor() throws Exception {
    lab.write(".aws/config", "[profile dev]", "role_arn=r", "source_profile=x", "mfa_serial=m");

    assertRefused(
        "dev",
        "the role of the profile dev wants a code of a second factor",
        "get a session with the AWS command line, and put it into AWS_ACCESS_KEY_ID and its like");
  }

  @Test
  void rolesThatTakeOnEachOtherEnd() throws Exception {
    lab.write(
        ".aws/config",
        "[profile a]",
        "role_arn=r",
        "source_profile=b",
        "[profile b]",
        "role_arn=r",
        "source_profile=a");

    assertRefused("a", "the profile a has no key", "check it with aws configure list --profile a");
  }

  @Test
  void aSecretWithALineEndIsRefusedAndNotShown() throws Exception {
    lab.environment.put("AWS_ACCESS_KEY_ID", "id");
    lab.environment.put("AWS_SECRET_ACCESS_KEY", "cana ry");

    assertThatThrownBy(() -> lab.find())
        .isInstanceOf(AccessDenied.class)
        .hasMessage(
            "the key of the variable AWS_ACCESS_KEY_ID is empty, or has characters that cannot be"
                + " sent")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check it for line ends and spaces");
  }

  @Test
  void aKeyDoesNotShowItself() {
    assertThat(new AwsKey("canary", "canary", Optional.of("canary"), "the test").toString())
        .isEqualTo("key of the test");
  }

  private void assertRefused(String profile, String message, String advice) {
    assertThatThrownBy(() -> lab.find(Optional.of(profile)))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(message)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo(advice);
  }
}
