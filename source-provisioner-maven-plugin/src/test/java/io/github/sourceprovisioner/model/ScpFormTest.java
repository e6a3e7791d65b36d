package io.github.sourceprovisioner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScpFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/x",
        "ssh://git@h/x",
        "h",
        "h:",
        "git@h",
        "a/b:c",
        "@h:x",
        "a@b@h:x",
        ""
      })
  void whatIsWrittenInAnotherFormIsNone(String text) {
    assertThat(ScpForm.of(text)).isEmpty();
  }

  @Test
  void theUserMayBeLeftOut() {
    assertThat(ScpForm.of("git@h:o/r.git"))
        .contains(new ScpForm(Optional.of("git"), "h", "o/r.git"));
    assertThat(ScpForm.of("h:o/r.git")).contains(new ScpForm(Optional.empty(), "h", "o/r.git"));
  }

  @Test
  void aSlashAtTheStartSaysNothing() {
    assertThat(ScpForm.of("git@h:/o/r")).isEqualTo(ScpForm.of("git@h:o/r"));
    assertThat(ScpForm.of("git@h:/").orElseThrow().path()).isEqualTo("/");
  }

  @Test
  void whatLooksLikeAPortIsAPathAndAnAddressStandsInBrackets() {
    assertThat(ScpForm.of("git@h:22/x").orElseThrow().path()).isEqualTo("22/x");
    assertThat(ScpForm.of("git@[::1]:x").orElseThrow().host()).isEqualTo("[::1]");
  }
}
