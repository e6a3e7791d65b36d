package io.github.sourceprovisioner.stack.function;

import static io.github.sourceprovisioner.stack.ManifestFixture.at;
import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFunctionsTest {

  private static final String ENV =
      "write !env NAME or !env NAME default, with quotes around an argument that holds spaces";

  private Path root;
  private Path here;
  private YamlFunctions functions;

  @BeforeEach
  void functionsOfOneProject(@TempDir Path directory) {
    root = directory;
    here = root.resolve("module");
    functions = new YamlFunctions(Map.of("TOKEN", "outer", "EMPTY", ""), root, here);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!env '' | !env takes 1 to 2 arguments, but has 0 | " + ENV,
        "!env A b c | !env takes 1 to 2 arguments, but has 3 | " + ENV,
        "!env A \"b | !env has a quote that is never closed | " + ENV,
        "!env A 'b'c | !env has a quote in the middle of an argument | " + ENV,
        "!cwd x | !cwd takes 0 arguments, but has 1"
            + " | write !cwd alone, with quotes around an argument that holds spaces",
        "!repo-root a b | !repo-root takes 0 to 1 arguments, but has 2 | write !repo-root or"
            + " !repo-root default, with quotes around an argument that holds spaces"
      })
  void refusesArgumentsThatAFunctionDoesNotTake(String call, String message, String advice) {
    assertThat(Refusal.of(() -> functions.evaluate(yaml("a: " + call), yaml())))
        .isEqualTo(new Refusal(message, "stacks/dev.yaml:1:4", advice));
  }

  @Test
  void refusesARepositoryThatIsNotThere() {
    YamlFunctions homeless = new YamlFunctions(Map.of(), root.resolve("none"), here);

    assertThat(Refusal.of(() -> homeless.evaluate(yaml("a: !repo-root"), yaml())))
        .isEqualTo(
            new Refusal(
                "!repo-root finds no repository",
                "stacks/dev.yaml:1:4",
                "write a default behind it: !repo-root ."));
    assertThat(homeless.evaluate(yaml("a: !repo-root ./x"), yaml())).isEqualTo(yaml("a: ./x"));
  }

  @Test
  void refusesAVariableOfTheComponentThatIsNoScalar() {
    MapValue environment = yaml("A: [1]");

    assertThat(Refusal.of(() -> functions.evaluate(yaml("x: !env A"), environment)))
        .isEqualTo(
            new Refusal(
                "the variable A of the component is a list",
                "stacks/dev.yaml:1:4",
                "write a string for it under 'env' at stacks/dev.yaml:1:4"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "!env TOKEN, outer",
        "!env TOKEN other, outer",
        "!env NOPE other, other",
        "!env NOPE 'two words', two words",
        "!env '\"NOPE\" two', two",
        "!env NOPE '', ``",
        "!env EMPTY other, ``",
        "!env OWN, inner",
        "!env NUMBER, 1.10",
        "!env GONE default, default",
        "!literal '{{ .x }} !env TOKEN', {{ .x }} !env TOKEN"
      })
  void callsAFunction(String call, String expected) {
    MapValue environment = yaml("OWN: inner", "NUMBER: 1.10", "GONE: ~");
    MapValue tree = yaml("a: " + call);

    assertThat(at(functions.evaluate(tree, environment), "a"))
        .isEqualTo(Scalar.string(expected, at(tree, "a").position()));
  }

  @Test
  void knowsItsDirectories() {
    assertThat(text("!repo-root")).isEqualTo(root.toString());
    assertThat(text("!repo-root default")).isEqualTo(root.toString());
    assertThat(text("!cwd")).isEqualTo(here.toString());
  }

  @Test
  void makesNullOfAVariableThatNobodySets() {
    MapValue tree = yaml("a: !env NOPE");

    assertThat(at(functions.evaluate(tree, yaml()), "a"))
        .isEqualTo(new Scalar("", Scalar.Kind.NULL, Optional.empty(), at(tree, "a").position()));
  }

  @Test
  void doesNotGoRoundInCircles() {
    MapValue environment = yaml("TOKEN: !env TOKEN", "A: !env B", "B: !env A last");

    Value evaluated = functions.evaluate(environment, environment);

    assertThat(at(evaluated, "TOKEN")).extracting("text").isEqualTo("outer");
    assertThat(at(evaluated, "A")).extracting("text").isEqualTo("last");
    assertThat(at(functions.evaluate(yaml("x: !env TOKEN"), environment), "x"))
        .extracting("text")
        .isEqualTo("outer");
    assertThat(at(functions.evaluate(yaml("x: !env B"), environment), "x"))
        .extracting("text")
        .isEqualTo("last");
  }

  @Test
  void leavesOtherFunctionsAndEverythingElseAlone() {
    MapValue tree = yaml("a: [!terraform.output x, {b: !exec ls}, 1.10]", "c: ~");
    assertThat(functions.evaluate(tree, yaml())).isEqualTo(tree);

    Value called = functions.evaluate(yaml("x: !env A"), yaml("A: !terraform.output y"));
    assertThat(at(called, "x"))
        .isInstanceOfSatisfying(
            Scalar.class, scalar -> assertThat(scalar.function()).contains("!terraform.output"));
  }

  private String text(String call) {
    return ((Scalar) at(functions.evaluate(yaml("a: " + call), yaml()), "a")).text();
  }
}
