package io.github.sourceprovisioner.stack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.stack.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  private static final Position PLACE = new Position("atmos.yaml", 2, 5);

  private static boolean matches(String glob, String path) {
    return Glob.of(glob, PLACE).matches(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a/*.yaml a/b.yaml",
        "**/b.yaml b.yaml",
        "**/b.yaml x/y/b.yaml",
        "a/**/b.yaml a/b.yaml",
        "a/**/b.yaml a/x/y/b.yaml",
        "a/** a/x/y",
        "**/**/b b",
        "a/?.yaml a/b.yaml",
        "a/[a-c]x bx/../a/bx",
        "{a,b{c,d}}/x bd/x",
        "{a/b,c}.yaml a/b.yaml",
        "a.b a.b"
      })
  void aPathMatches(String glob, String path) {
    assertThat(matches(glob, path.replace("bx/../", ""))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a/*.yaml a/b/c.yaml",
        "* a/b",
        "a/?.yaml a/bc.yaml",
        "a.b axb",
        "a/[!a-c]x a/bx",
        "a A",
        "a/** b/x"
      })
  void aPathDoesNotMatch(String glob, String path) {
    assertThat(matches(glob, path)).isFalse();
  }

  @Test
  void manyWildcardsStayFast() {
    String glob = "**/".repeat(200) + "*a".repeat(12) + "/x";

    assertThat(matches(glob, "a/".repeat(200) + "aaaaaaaaaaaaaaaaaaaaaaaab")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/{b,c | has a brace that is not closed",
        "a/[bc | has a bracket that is not closed",
        "a/[z-b] | has a range that ends before it starts"
      })
  void aPatternThatIsNotClosedIsRefused(String glob, String why) {
    Refusal refusal = Refusal.of(() -> matches(glob, "a"));

    assertThat(refusal.message()).endsWith("' " + why);
    assertThat(refusal.place()).isEqualTo("atmos.yaml:2:5");
    assertThat(refusal.advice()).isEqualTo("use *, ?, **, [abc] and {a,b} only");
  }

  @Test
  void alternativesThatMultiplyAreRefused() {
    assertThat(Refusal.of(() -> matches("{a,b}".repeat(30), "a")).message())
        .contains("has too many alternatives in braces");
  }

  @Test
  void theWorkStaysBoundedForNamesThatAlmostMatch() {
    assertThat(matches("*a".repeat(12) + "x", "a".repeat(255))).isFalse();
  }

  @Test
  void aCharacterBeyondSixteenBitsIsOneCharacter() {
    assertThat(matches("*\ud83d\ude00?.yaml", "a\ud83d\ude00\ud83d\ude00.yaml")).isTrue();
    assertThat(matches("[\ud83d\ude00]", "\ud83d\ude00")).isTrue();
  }

  @Test
  void anEndlessGlobIsRefused() {
    Refusal refusal = Refusal.of(() -> Glob.of("{a}".repeat(50_000), PLACE));

    assertThat(refusal.message()).endsWith("has more than 4096 characters").hasSizeLessThan(200);
    assertThat(refusal.advice()).isEqualTo("use *, ?, **, [abc] and {a,b} only");
  }
}
