package io.github.sourceprovisioner.workdir.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a//../b | leaves the source",
        "../x | leaves the source",
        "{a,../b}/c | leaves the source",
        "/x/*.md | is absolute",
        "{/x,y} | is absolute",
        "C:/x | is absolute",
        "'' | names no file",
        "./ | names no file",
        "a{b | has a brace without its partner",
        "a}b | has a brace without its partner",
        "}{ | has a brace without its partner",
        "[ab | ends too early",
        "[a/b] | ends too early",
        "[] | has an empty class",
        "[z-a] | has a range that ends before it starts",
        "a\\ | ends too early",
        "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b} | stands for more than 256 patterns",
      })
  void refusesWhatCannotBeMeant(String pattern, String reason) {
    assertThatThrownBy(() -> Glob.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.tf | main.tf | true",
        "*.tf | a/main.tf | false",
        "**/x | x | true",
        "**/x | a/b/x | true",
        "a/** | a | true",
        "a/** | a/b/c | true",
        "a/** | ab | false",
        "a/**/b | a/b | true",
        "a/**/b | a/x/y/b | true",
        "**/*.{tf,tfvars} | m/x.tfvars | true",
        "**/*.{tf,tfvars} | m/x.md | false",
        "{a/b,c}/*.md | a/b/x.md | true",
        "{a,{b,c}}.md | c.md | true",
        "v[0-9].tf | v7.tf | true",
        "v[!0-9].tf | v7.tf | false",
        "v[^0-9].tf | vx.tf | true",
        "[{,}].tf | {.tf | true",
        "?.tf | é.tf | true",
        "?.tf | ab.tf | false",
        "\\*.tf | *.tf | true",
        "\\*.tf | a.tf | false",
        "./a//b/ | a/b | true",
        "* | .hidden | true",
        "a**b | axxb | true",
        "a**b | a/b | false",
      })
  void matchesAsDoublestarDoes(String pattern, String path, boolean expected) {
    assertThat(Glob.parse(pattern).matches(path)).isEqualTo(expected);
  }

  @Test
  void doesNotGetLostInManyWildcards() {
    Glob deep = Glob.parse("**/a/".repeat(200) + "x");
    Glob wide = Glob.parse("*a".repeat(200) + "x");

    assertThat(deep.matches("a/".repeat(2_000) + "b")).isFalse();
    assertThat(wide.matches("a".repeat(2_000) + "b")).isFalse();
  }

  @Test
  void refusesAPatternThatStandsForMoreThanMemoryHolds() {
    assertThatThrownBy(() -> Glob.parse("{" + ",".repeat(100_000) + "}" + "x".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("has more than 4096 characters");
  }

  @Test
  void readsTheLongestClassThereCanBe() {
    String pattern = "[" + "a".repeat(4093) + "b]";

    assertThat(Glob.parse(pattern).matches("b")).isTrue();
  }
}
