package io.github.sourceprovisioner.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.stack.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTemplateTest {

  private static final Position PLACE = new Position("stacks/dev.yaml", 10, 5);

  private final GoTemplate template = new GoTemplate(Map.of("HOME", "/h"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{{ .vars.stage }}-{{.Component}} | dev-vpc",
        "v{{ .Version }} | v1.10",
        "{{ $.vars.nested.name }}{{ (.vars.nested).name }} | deepdeep",
        "{{ .vars.count }}{{ .vars.yes }}{{ 7 }}{{ true }} | 3true7true",
        "{{ .vars.again }} | {{ .vars.stage }}",
        "a {{- /* note */ -}} b {{ /* more */ }}c | ab c",
        "a {{- \" \" -}} b | a b",
        "{{ -3 }} | -3",
        "{{ \"}}\" }}{{ `\\a` }}{{ \"\\\"\\\\\" }} | }}\\a\"\\"
      })
  void rendersFieldsLiteralsAndComments(String text, String expected) {
    assertThat(render(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "env \"HOME\"; /h",
        "env \"NOPE\" | default \"none\"; none",
        ".vars.missing | default \"d\"; d",
        ".nope.at.all | default \"d\"; d",
        ".vars.nothing.x | default \"d\"; d",
        "default \"d\" .vars.stage; dev",
        "index .vars.nope \"k\" | default \"d\"; d",
        "index .vars.nothing \"k\" | default \"d\"; d",
        "index .vars \"my-key\"; dashed",
        "index .vars.list 1; b",
        "(index .vars.rows 0).name; first",
        "printf \"%s-%d-%v-%q-%%\" .vars.stage .vars.count .vars.on \"a\\\"b\";"
            + " dev-3-true-\"a\\\"b\"-%",
        ".vars.stage | printf \"%s-%s\" \"x\"; x-dev",
        "quote .vars.stage .vars.nothing 1; \"dev\" \"1\"",
        "quote .vars.stage .vars.missing; \"dev\"",
        "squote \"a\"; 'a'",
        "upper (lower \"aB\"); AB",
        "trim \" a \"; a",
        "trimPrefix \"v\" \"v1\" | trimSuffix \"1\" | quote; \"\"",
        "replace \".\" \"-\" .Version; 1-10",
        "len \"é\"; 2",
        "len .vars.list; 2",
        "len .vars.nested; 1",
        "and .vars.on .vars.stage; dev",
        "and .vars.empty (lower .vars.missing) | default \"short\"; short",
        "or .vars.missing .vars.stage; dev",
        "eq .vars.stage \"x\" \"dev\"; true",
        "eq .vars.hex 16.0; true",
        "eq .vars.on .vars.yes; true",
        "ne .vars.stage \"x\"; true",
        "not .vars.missing; true",
        "hasPrefix \"d\" .vars.stage; true",
        "hasSuffix \"d\" .vars.stage; false",
        "contains \"e\" .vars.stage; true"
      })
  void callsFunctions(String action, String expected) {
    assertThat(render("{{ " + action + " }}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".vars.missing",
        ".vars.nothing",
        ".vars.empty",
        ".vars.zero",
        ".vars.off",
        ".vars.none",
        "nil",
        "0.0",
        "not true",
        "eq 1 2",
        "index .vars \"x\""
      })
  void takesGosFalseForFalse(String condition) {
    assertThat(render("{{ if " + condition + " }}yes{{ else }}no{{ end }}")).isEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".vars.stage", ".vars.count", ".vars.on", ".vars.list", ".vars", "\"0\"", "-1"})
  void takesEverythingElseForTrue(String condition) {
    assertThat(render("{{ if " + condition + " }}yes{{ else }}no{{ end }}")).isEqualTo("yes");
  }

  @Test
  void writesTheFirstBranchThatIsTrue() {
    String text =
        "{{ if eq .vars.stage \"prod\" }}{{ .nope }}"
            + "{{ else if .vars.on }}{{ if .vars.off }}x{{ end }}b{{ else }}c{{ end }}!";

    assertThat(render(text)).isEqualTo("b!");
  }

  @Test
  void looksAtBranchesThatAreNotTaken() {
    assertThat(Refusal.of(() -> render("{{ if false }}{{ nope }}{{ end }}")).message())
        .isEqualTo("the function 'nope' is not supported in templates");
  }

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(render(" a } b ")).isEqualTo(" a } b ");
    assertThat(GoTemplate.isTemplate("a { b")).isFalse();
    assertThat(GoTemplate.isTemplate("a {{ b")).isTrue();
  }

  private String render(String text) {
    return template.render(text, TemplateData.DATA, PLACE);
  }
}
