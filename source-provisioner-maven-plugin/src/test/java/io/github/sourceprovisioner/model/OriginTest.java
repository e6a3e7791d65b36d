package io.github.sourceprovisioner.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void caseAndTheUsualPortMakeNoDifference() {
    assertThat(Origin.of("HTTPS://Git.Example.com/a"))
        .contains(new Origin("https", "git.example.com", 443))
        .isEqualTo(Origin.of("https://git.example.com:443/b?c"));
    assertThat(Origin.of("ssh://git@h/x")).isEqualTo(Origin.of("ssh://h:22/y"));
  }

  @Test
  void anotherSchemePortOrHostIsAnotherOrigin() {
    assertThat(Origin.of("https://h/a"))
        .isNotEqualTo(Origin.of("http://h/a"))
        .isNotEqualTo(Origin.of("https://h:8443/a"))
        .isNotEqualTo(Origin.of("https://h.evil.org/a"));
  }

  @Test
  void whatNamesNoHostHasNoOrigin() {
    assertThat(Origin.of("file:///srv/a")).isEmpty();
    assertThat(Origin.of("not a url")).isEmpty();
  }
}
