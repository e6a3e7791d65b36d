package io.github.sourceprovisioner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentGlobTest {

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "*, .dot, true",
    "**, a, true",
    "glob-*, glob-one, true",
    "glob-*, glob, false",
    "?, a, true",
    "?, ab, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[^a]x, bx, true",
    "[^a]x, ax, false",
    "[a^]x, ^x, true",
    "[\\]]x, ]x, true",
    "[\\d]x, dx, true",
    "[\\d]x, 1x, false",
    "[a&&b]x, &x, true",
    "'{a,b}', a, false",
    "'{a,b}', '{a,b}', true",
    "a.b, axb, false",
    "\\*, *, true",
    "\\*, a, false",
  })
  void aPatternMatchesAsInGo(String pattern, String name, boolean expected) {
    assertThat(new SegmentGlob(pattern).matches(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[]", "[]a]", "[^]", "[a", "a\\", "[a\\", "[z-a]"})
  void aMalformedPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> new SegmentGlob(pattern)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyPatternsAreGlobs() {
    assertThat(SegmentGlob.isGlob("a*")).isTrue();
    assertThat(SegmentGlob.isGlob("a{b}c")).isFalse();
  }

  @Test
  void aCharacterBeyondSixteenBitsIsOneCharacter() {
    assertThat(new SegmentGlob("*\ud83d\ude00?x").matches("a\ud83d\ude00\ud83d\ude00x")).isTrue();
    assertThat(new SegmentGlob("[\ud83d\ude00]").matches("\ud83d\ude00")).isTrue();
  }

  @Test
  void theWorkStaysBoundedWhateverTheRepositoryCallsItsDirectories() {
    assertThat(new SegmentGlob("*a".repeat(12) + "x").matches("a".repeat(5000))).isFalse();
  }
}
