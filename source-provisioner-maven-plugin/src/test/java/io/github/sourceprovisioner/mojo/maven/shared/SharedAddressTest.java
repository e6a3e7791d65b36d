package io.github.sourceprovisioner.mojo.maven.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://nexus/r",
        "HTTP://nexus:8081",
        "http://127.evil.org/",
        "http://[fe80::1]/r"
      })
  void plainHttpStaysOnThisMachineUnlessTheUserSaysSo(String url) {
    SharedAddress address = new SharedAddress("team", url);

    assertThatThrownBy(() -> address.checked(false))
        .isInstanceOf(InvalidStack.class)
        .hasMessage(
            "the way to the shared repository team, http://, can be read and changed by anyone")
        .extracting(e -> ((InvalidStack) e).advice())
        .isEqualTo(
            List.of(
                "use https:// instead",
                "-Dsource.allowInsecure=true if the network can be trusted"));
    assertThat(address.checked(true)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://nexus/r", "file:///srv/r", "http://localhost:8081/r", "http://[::1]/r"})
  void otherWaysAreSafe(String url) {
    assertThat(new SharedAddress("team", url).checked(false).url()).isEqualTo(url);
  }
}
