package io.github.sourceprovisioner.stack.yaml;

import static io.github.sourceprovisioner.stack.yaml.Misread.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.stack.Refusal;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A small file cannot stand for more than memory holds. */
class YamlBombTest {

  @Test
  void aliasesThatStandForMillionsOfValuesAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(9, alias)) + "]\n");
    }

    assertThat(refusal(bomb.toString()))
        .isEqualTo(
            new Refusal(
                "the file has more than 100000 values, aliases expanded",
                "dev.yaml:6:10",
                "split the file, and use imports instead of aliases"));
  }

  @Test
  void tooManyAliasesAreRefused() {
    String aliases = String.join(", ", Collections.nCopies(1001, "*a"));

    assertThat(refusal("a: &a x", "b: [" + aliases + "]").message())
        .isEqualTo("the file has more than 1000 aliases");
  }

  @Test
  void anAliasInsideOfItsOwnAnchorIsRefused() {
    assertThat(refusal("a: &a", "  b: *a"))
        .isEqualTo(
            new Refusal(
                "the alias *a stands inside of what it names",
                "dev.yaml:2:6",
                "write the value out instead"));
  }

  @Test
  void anAliasWithoutAnchorIsRefused() {
    assertThat(refusal("a: *b"))
        .isEqualTo(
            new Refusal(
                "the alias *b has no anchor before it",
                "dev.yaml:1:4",
                "add &b to a value further up in the same file;"
                    + " put the text into quotes if it only starts with an asterisk"));
  }

  @Test
  void valuesNestedSixtyDeepAreRefused() {
    assertThat(refusal("a: " + "[".repeat(60) + "]".repeat(60)))
        .isEqualTo(
            new Refusal(
                "values are nested more than 50 deep", "dev.yaml:1:53", "flatten the file"));
  }

  @Test
  void aTextThatTemplatesMadeTooLongIsRefused() {
    assertThat(refusal("# " + "x".repeat(4_000_000), "a: b"))
        .isEqualTo(
            new Refusal(
                "the file is too long to be read", "dev.yaml", "split the file, and use imports"));
  }
}
