package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a netrc file is read. */
class NetrcTest {

  @Test
  void machinesStandInOneLineOrInMany() throws ParseException {
    Netrc netrc =
        Netrc.parse(
            """
            # of the team
            machine A.example.com login me password one # mine
            machine b.example.com
            \tlogin you\r
            \taccount ignored
            \tpassword #two
            machine c.example.com password three
            """);
    assertThat(netrc.logins())
        .isEqualTo(
            Map.of(
                "a.example.com", new Netrc.Login("me", "one"),
                "b.example.com", new Netrc.Login("you", "#two"),
                "c.example.com", new Netrc.Login("", "three")));
  }

  @Test
  void whatIsQuotedMayHaveSpacesAndQuotes() throws ParseException {
    Netrc netrc = Netrc.parse("machine h login \"a b\" password \"\\\"x\\\\y\\tz\\n\\r\"");
    assertThat(netrc.of("H")).contains(new Netrc.Login("a b", "\"x\\y\tz\n\r"));
  }

  @Test
  void keywordsMayBeValues() throws ParseException {
    assertThat(Netrc.parse("machine h login password password login").of("h"))
        .contains(new Netrc.Login("password", "login"));
  }

  @Test
  void aMacroIsSkippedUpToTheEmptyLine() throws ParseException {
    Netrc netrc =
        Netrc.parse(
            "machine a password 1\nmacdef init\nmachine evil password 2\nbye\r\n\r\n"
                + "machine b password 3\nmacdef last\nmachine evil password 4");
    assertThat(netrc.logins()).containsOnlyKeys("a", "b");
  }

  @Test
  void theDefaultIsForNobody() throws ParseException {
    Netrc netrc = Netrc.parse("machine a password 1 default login me password 2");
    assertThat(netrc.logins()).isEqualTo(Map.of("a", new Netrc.Login("", "1")));
  }

  @Test
  void theFirstWithAPasswordCounts() throws ParseException {
    Netrc netrc = Netrc.parse("machine a login x machine a password 1 machine a password 2");
    assertThat(netrc.of("a")).contains(new Netrc.Login("", "1"));
  }

  @Test
  void aLoginTellsNothingOfItself() {
    assertThat(new Netrc.Login("me", "secret")).hasToString("login");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "login x; 1",
        "password x; 1",
        "machine; 1",
        "machine a login; 1",
        "machine a password \"open; 1",
        "machine a password \"open\\; 1",
        "machine a passwort x; 1"
      })
  void whatIsNoNetrcIsRefused(String text, int line) {
    ParseException failure = catchThrowableOfType(ParseException.class, () -> Netrc.parse(text));
    assertThat(failure).hasMessage("not a netrc file");
    assertThat(failure.getErrorOffset()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"machine a\nlogin b\npasswort c", "\n\nsecret", "macdef m\nx\nwrong"})
  void theLineIsNamed(String text) {
    ParseException failure =
        catchThrowableOfType(ParseException.class, () -> Netrc.parse(text + "\n\nwrong"));
    assertThat(failure.getErrorOffset()).isGreaterThanOrEqualTo(3);
  }
}
