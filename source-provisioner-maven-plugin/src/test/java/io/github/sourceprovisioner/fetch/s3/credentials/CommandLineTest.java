package io.github.sourceprovisioner.fetch.s3.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a \"b", "a 'b", "\"a\\\"", "'"})
  void aQuoteThatIsNotClosedAndNothingAtAllAreNoCommandLine(String text) {
    assertThat(CommandLine.split(text, true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "/bin/ask  --user\tann # /bin/ask|--user|ann",
        "\"/my bin/ask\" two \"two words\" # /my bin/ask|two|two words",
        "ask --x=\"a b\"'c d' # ask|--x=a bc d",
        "ask \"it's\" 'say \"x\"' # ask|it's|say \"x\"",
        "ask \"\" '' # ask||",
        "my\\ ask \\\"a\\\\ # my ask|\"a\\",
        "ask \"a\\\"b\\\\c\\d\" 'e\\' # ask|a\"b\\c\\d|e\\",
        "ask $HOME ~ *.x;y|z>f # ask|$HOME|~|*.x;y|z>f",
        "ask a\\ # ask|a\\"
      })
  void wordsStandBetweenSpacesOrInQuotes(String text, String words) {
    assertThat(CommandLine.split(text, true))
        .hasValueSatisfying(found -> assertThat(String.join("|", found)).isEqualTo(words));
  }

  @Test
  void onWindowsABackslashIsPartOfAPath() {
    assertThat(CommandLine.split("\"C:\\My Tools\\ask.exe\" C:\\x", false).orElseThrow())
        .containsExactly("C:\\My Tools\\ask.exe", "C:\\x");
  }
}
