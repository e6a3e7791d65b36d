package io.github.sourceprovisioner.mojo.maven.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedAddressTest {

  private static final String FORM =
      "write <sharedRepository><id>team</id><url>https://…</url></sharedRepository>, or"
          + " -Dsource.sharedRepository=team::https://…";

  @ParameterizedTest
  @CsvSource({
    "team,the shared repository is not written as id::url",
    "https://nexus/r,the shared repository is not written as id::url",
    "::https://nexus/r,the shared repository has no id that Maven takes",
    "../x::https://nexus/r,the shared repository has no id that Maven takes",
    "team::,the shared repository team has no URL",
    "team::nexus/r,the shared repository team has no URL",
    "team::https://ne xus/r,the URL of the shared repository team is none"
  })
  void whatIsNoAddressIsRefused(String text, String message) {
    assertThatThrownBy(() -> SharedAddress.parse(text))
        .isInstanceOf(InvalidStack.class)
        .hasMessage(message)
        .extracting(e -> ((InvalidStack) e).advice().get(0))
        .isEqualTo(FORM);
  }

  @Test
  void aPasswordBelongsIntoTheSettings() {
    assertThatThrownBy(() -> SharedAddress.parse("team::https://ann:secret@nexus/r"))
        .isInstanceOf(InvalidStack.class)
        .hasMessage("the URL of the shared repository team holds a user or a password")
        .hasMessageNotContaining("secret")
        .extracting(e -> ((InvalidStack) e).advice().get(0))
        .isEqualTo("put them into settings.xml: <server><id>team</id>…</server>");
  }

  @Test
  void bothFormsMeanTheSame() {
    assertThat(SharedAddress.parse(" team :: https://nexus/r "))
        .isEqualTo(new SharedAddress("team", "https://nexus/r"))
        .hasToString("team (https://nexus/r)");
    assertThat(SharedAddress.parse("t::file:///srv/repo").url()).isEqualTo("file:///srv/repo");
  }
}
