package io.github.sourceprovisioner.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineCredentialsTest {

  private static Optional<Credential> of(String uri) {
    return InlineCredentials.of(Sources.of(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "git::https://alice:p%40ss@h/r.git, alice, p@ss",
    "git::https://ghp_0123456789abcdef@h/r.git, ghp_0123456789abcdef, ''",
    "ssh://git:pw@h/r.git, git, pw",
    "https://bob:pw@h/x.zip, bob, pw",
    "s3://b/k?aws_access_key_id=AK&aws_access_key_secret=SK, AK, SK",
    "https://h/x.zip?a=1&X-Amz-Signature=CANARY&X-Amz-Date=1, ?, X-Amz-Signature=CANARY&X-Amz-Date=1",
    "https://h/x.zip?sig=CANARY%3d&sv=1&v=2, ?, sig=CANARY%3d&sv=1",
    "azurerm::https://a.blob.core.windows.net/c/b?sv=1&sig=CANARY%3d, ?, sv=1&sig=CANARY%3d",
    "azurerm::https://h/acc/c/b?archive=zip&sp=r&snapshot=2026-01-31T12:00:00Z&sig=A/B, ?, sp=r&sig=A/B",
    "other://alice:pw@h/x, alice, pw",
  })
  void takesTheSecretOutOfTheUri(String uri, String user, String password) {
    assertThat(of(uri)).contains(new Credential("the URI", user, password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://git@h/r.git?sshkey=S0VZ", "git@h:o/r.git?sshkey=S0VZ"})
  void takesThePrivateKeyOutOfTheUri(String uri) {
    assertThat(of(uri))
        .contains(new Credential("the URI", "git", "", Optional.of("KEY"), Optional.empty()));
  }

  @Test
  void keepsTheSessionTokenBehindTheSecret() {
    assertThat(
            of("s3://b/k?aws_access_key_id=AK&aws_access_key_secret=SK&aws_access_token=ST")
                .map(Credential::password))
        .contains("SK\nST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github.com/o/r",
        "git@github.com:o/r.git",
        "ssh://APKA0123@h/r.git",
        "git::https://person@h/r.git",
        "https://h/x.zip?v=1",
        "./local@x",
        "mvn:g:a:1"
      })
  void findsNothingWhereNothingIsSecret(String uri) {
    assertThat(of(uri)).isEmpty();
  }

  @Test
  void refusesTwoCredentials() {
    assertThatThrownBy(() -> of("https://bob:pw@h/x.zip?access_token=t"))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageContaining("two credentials").hasMessageNotContaining("pw");
              assertThat(e.advice()).singleElement().asString().contains("<server>");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git::https://alice:CANARY@h.example/o/r.git?ref=v1",
        "git::https://CANARY99@h.example/o/r.git",
        "ssh://git:CANARY@h.example/o/r.git?sshkey=Q0FOQVJZ",
        "https://bob:CANARY@h.example/x.zip",
        "https://h.example/x.zip?access_token=CANARY",
        "https://h.example/x.zip?X-Amz-Signature=CANARY",
        "https://h.example/x.zip?id=CANARYcanary0123456789",
        "s3://b/k?aws_access_key_id=CANARY&aws_access_key_secret=CANARY&aws_access_token=CANARY",
        "azurerm::https://acme.blob.core.windows.net/c/b?sv=1&se=CANARY&sig=CANARY",
        "oci://bob:CANARY@h.example/r:1"
      })
  void leavesNoSecretInTheLocation(String uri) {
    SourceLocation location = Sources.locate(uri);
    String all = location + location.url() + location.parameters() + location.coordinates();
    assertThat(all).doesNotContainIgnoringCase("canary").doesNotContain("Q0FOQVJZ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git::https://alice:CANARY@h/o/r.git?foo=1",
        "git::https://alice:CANARY/x@h/o/r.git",
        "git::https://alice:CANARY?x@h/o/r.git",
        "git::https://alice:CANARY#x@h/o/r.git",
        "git::https://alice:1/CANARY@h/o/r.git?foo=1",
        "git::https://alice:CANARY",
        "git::https://h/r.git?CANARY0123456789012",
        "git::https://h/r.git?CANARY0123456789012=",
        "ssh://git@h/r.git?sshkey=*CANARY",
        "s3://b/k?aws_access_key_secret=CANARY",
        "azurerm::https://acme.blob.core.windows.net/c/b?sig=CANARY&x=1",
        "azurerm::https://acme.blob.core.windows.net/c/b?se=CANARY",
        "azurerm::https://a:CANARY@acme.blob.core.windows.net/c/b",
        "git::git:CANARY@h:o/r.git",
        "git::https://CANARY99@-h/o/r.git",
        "https://h/x.zip?checksum=file:https://u:CANARY@h/x"
      })
  void leavesNoSecretInARefusal(String uri) {
    assertThatThrownBy(() -> Sources.locate(uri))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("CANARY"));
  }
}
