package io.github.sourceprovisioner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSegmentTest {

  @ParameterizedTest
  @CsvSource({
    "vpc-1_a.b, vpc-1_a.b",
    "feature/x, feature+x",
    "a b, a~20b",
    "a+b, a~2bb",
    "a~b, a~7eb",
    "ü, ~c3~bc",
    "A, a~~1",
    "aBC, abc~~6",
    "'', ~",
    "., ~2e",
    ".., ~2e~2e",
    ".git, ~2egit",
    "a., a~2e",
    "con, ~63on",
    "NUL.txt, ~6eul.txt~~7",
    "com1, ~63om1",
    "com10, com10",
    "C:\\x, c~3a~5cx~~1",
  })
  void encodesTextAsOneName(String text, String name) {
    assertThat(PathSegment.encode(text)).isEqualTo(name);
  }

  @Test
  void keepsLongTextsApartAndShort() {
    String one = "a".repeat(300) + "1";
    String other = "a".repeat(300) + "2";
    assertThat(PathSegment.encode(one))
        .hasSize(103)
        .startsWith("a".repeat(60) + "~~~")
        .isNotEqualTo(PathSegment.encode(other));
    assertThat(PathSegment.encode("a".repeat(100))).isEqualTo("a".repeat(100));
  }

  @Test
  void givesDifferentTextsNamesThatDifferWithoutCase() {
    String[] texts = {
      "a",
      "A",
      "a~",
      "a~~1",
      "~",
      "",
      "~~",
      "/",
      "+",
      "a/b",
      "a+b",
      "a.b",
      "a~2eb",
      "con",
      "~63on",
      "aB",
      "Ab",
      "AB",
      "ab",
      "\ud800",
      "\udc00",
      "?",
      "ä",
      "Ä",
      "e\u0301",
      "é",
      " ",
      "a.",
      "a",
      "ab~~2",
      "a".repeat(101),
      "A".repeat(101),
      "a".repeat(60) + "~~~" + "0".repeat(40)
    };
    long distinct = Stream.of(texts).distinct().count();
    assertThat(Stream.of(texts).map(t -> PathSegment.encode(t).toLowerCase(Locale.ROOT)).distinct())
        .hasSize((int) distinct)
        .allMatch(name -> name.matches("[a-z0-9_.+~-]{1,103}"));
  }
}
