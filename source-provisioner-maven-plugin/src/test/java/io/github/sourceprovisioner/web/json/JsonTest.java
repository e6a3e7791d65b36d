package io.github.sourceprovisioner.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "\"",
        "\"\\",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "[1,]",
        "[1 2]",
        "1 2",
        "01",
        "+1",
        "1.",
        ".5",
        "-",
        "NaN",
        "tru",
        "nulls",
        "'a'",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "\"\\u12",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"a\":null}",
        "[]]"
      })
  void whatIsMalformedIsRefused(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("malformed JSON at character ");
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    assertThat(Json.parse("[".repeat(32) + "]".repeat(32))).isNotNull();
    assertThatThrownBy(() -> Json.parse("[".repeat(33) + "]".repeat(33)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.parse("[".repeat(1_000_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void valuesAreReadAsTheyAre() {
    String text =
        " { \"a\" : [1, -20, true, false, null, 1.5e1], \"b\\u00e9\\n\\/\" : { \"c\" : \"\" } } ";
    assertThat(Json.parse(text))
        .isEqualTo(
            Map.of(
                "a",
                List.of(1L, -20L, true, false, Optional.empty(), 15.0),
                "b\u00e9\n/",
                Map.of("c", "")));
  }

  @Test
  void aNumberThatFitsNothingIsNoWholeNumber() {
    assertThat(Json.parse("9999999999999999999999")).isInstanceOf(Double.class);
  }
}
