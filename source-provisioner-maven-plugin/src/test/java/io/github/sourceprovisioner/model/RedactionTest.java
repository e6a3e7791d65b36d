package io.github.sourceprovisioner.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://user:p@ss@h/x | https://user:redacted@h/x",
        "https://ghp_0123456789@h/x | https://redacted@h/x",
        "https://ghp_0123456789:x-oauth-basic@h/x | https://redacted:redacted@h/x",
        "https://user:pa/ss@h/x | https://redacted@h/x",
        "https://user:pa?ss@h/x | https://redacted@h/x",
        "https://user:pass | https://user:redacted",
        "git:pw@h:o/r.git | git:redacted@h:o/r.git",
        "git::git:pw@h:o/r.git | git::git:redacted@h:o/r.git",
        "https://h/x?X-Amz-Credential=AK&X-Amz-Signature=S | https://h/x?X-Amz-Credential=redacted&X-Amz-Signature=redacted",
        "https://h/x?sig=S%3d&sv=1 | https://h/x?sig=redacted&sv=redacted",
        "https://h/x?token | https://h/x?redacted",
        "https://h/x#access_token=S | https://h/x#access_token=redacted",
        "https://h/x?checksum=file:https://u:p@h/y?t=S | https://h/x?checksum=file:https://u:redacted@h/y?t=redacted",
        "https://h/x?checksum=file:https%3A%2F%2Fu:p%40h | https://h/x?checksum=redacted",
        "a https://u:p@h/x and https://v:q@h/y | a https://u:redacted@h/x and https://v:redacted@h/y",
      })
  void hidesWhateverCouldBeASecret(String uri, String shown) {
    assertThat(Redaction.redact(uri)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git::https://github.com/o/r.git//sub?ref=v1&depth=1",
        "git@github.com:o/r.git",
        "ssh://git@h:2222/o/r.git",
        "https://h:8443/x.zip?archive=zip&checksum=sha256:00",
        "https://[::1]:8443/x",
        "oci://h:5000/r:1@sha256:00",
        "mvn:g:a:1:c@zip",
        "./a@b",
        "no such tag: v1"
      })
  void leavesTheRestReadable(String text) {
    assertThat(Redaction.redact(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'a\nb', a\\u000ab", "'a\u001b[31m', a\\u001b[31m", "'a\u202eb', a\\u202eb"})
  void showsControlCharactersAsText(String text, String shown) {
    assertThat(Redaction.redact(text)).isEqualTo(shown);
  }

  @Test
  void aLongTextIsReadToItsEnd() {
    assertThat(Redaction.redact("a".repeat(16_000))).hasSize(16_000);
    assertThat(Redaction.redact("a".repeat(16_000) + "@host:x")).isEqualTo("redacted@host:x");
  }

  @Test
  void anEndlessUriIsNeitherShownNorLookedThrough() {
    String endless = "https://u:secret" + "/".repeat(1 << 20) + "@h";

    assertThat(Redaction.redact(endless)).isEqualTo("redacted (1048594 characters)");
  }
}
