package io.github.sourceprovisioner.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.stack.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRefusalTest {

  private static final Position PLACE = new Position("stacks/dev.yaml", 10, 5);

  private final GoTemplate template = new GoTemplate(Map.of("HOME", "/h"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "range .vars.list | 'range' is not supported in templates",
        "with .vars | 'with' is not supported in templates",
        "define \"x\" | 'define' is not supported in templates",
        "template \"x\" | 'template' is not supported in templates",
        "block \"x\" . | 'block' is not supported in templates",
        "$x := 1 | the variable '$x' is not supported in templates",
        "atmos.Component \"x\" | the function 'atmos.Component' is not supported in templates",
        "exec \"ls\" | the function 'exec' is not supported in templates",
        "getenv | the function 'getenv' is not supported in templates"
      })
  void namesAConstructThatIsNotSupported(String action, String message) {
    assertThat(Refusal.of(() -> render("x{{ " + action + " }}")))
        .isEqualTo(new Refusal(message, "stacks/dev.yaml:10:9", "use " + Functions.SUPPORTED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{{ ; 1; '{{' is never closed; write '}}' behind the action",
        "{{ \"a }}; 4; the string is never closed; end it with the quote it starts with",
        "{{ `a }}; 4; the string is never closed; end it with the quote it starts with",
        "{{ \"\\q\" }}; 5; an escape in a string must be one of \\n \\t \\r \\\" \\\\;"
            + " write the string in backquotes, where nothing is escaped",
        "{{/* a }}; 1; the comment is not closed; end it with '*/}}', and with nothing in between",
        "{{}}; 3; the action ends too early; write a value before '}}'",
        "{{ .a | }}; 9; a pipe leads to a function; use SUPPORTED",
        "{{ .a | .b }}; 9; a pipe leads to a function; use SUPPORTED",
        "{{ (.a }}; 4; '(' is never closed; write ')' behind the expression",
        "{{ .a) }}; 6; ')' is not expected here;"
            + " separate arguments with spaces, and put a function first",
        "{{ .a .b }}; 7; 'b' is not expected here;"
            + " separate arguments with spaces, and put a function first",
        "{{ eq \"a\"\"b\" }}; 10; 'b' is not expected here;"
            + " separate arguments with spaces, and put a function first",
        "{{ .vars.my-key }}; 12; '-' is not expected here;"
            + " write index .map \"my-key\" for a key with a dash",
        "{{ env HOME }}; 8; 'HOME' is not expected here;"
            + " put a function and its arguments in parentheses, and a string in quotes",
        "{{ end }}; 4; 'end' without an 'if'; remove it, or write the 'if'",
        "{{ else }}; 4; 'else' without an 'if'; remove it, or write the 'if'",
        "{{ if .a }}x; 4; 'if' is never ended; write {{ end }} behind it",
        "{{if .a}}{{else}}{{else}}{{end}}; 20; 'else' stands twice;"
            + " write 'else if', or remove one of them",
        "{{ lower }}; 4; 'lower' takes 1 arguments, but has 0;"
            + " put strings in quotes, and calls within calls in parentheses",
        "{{ default 1 2 3 }}; 4; 'default' takes 1 to 2 arguments, but has 3;"
            + " put strings in quotes, and calls within calls in parentheses",
        "{{ and }}; 4; 'and' takes 1 or more arguments, but has 0;"
            + " write what it is to look at behind it"
      })
  void refusesAMalformedTemplateWhereItIsMalformed(
      String text, int column, String message, String advice) {
    assertThat(Refusal.of(() -> template.render(text, TemplateData.DATA, new Position("f", 1, 1))))
        .isEqualTo(
            new Refusal(
                message, "f:1:" + column, advice.replace("SUPPORTED", Functions.SUPPORTED)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        ".vars.missing# '.vars.missing' does not exist# set it, or write {{ .vars.missing |"
            + " default \"…\" }}",
        ".nope.a.b# '.nope' does not exist# set it, or write {{ .nope | default \"…\" }}",
        ".vars.nothing# '.vars.nothing' is null# set it, or write {{ .vars.nothing |"
            + " default \"…\" }}",
        "eq .vars.missing \"x\"# '.vars.missing' does not exist# set it, or write {{ .vars.missing"
            + " | default \"…\" }}",
        "index .vars.list 5# '(index .vars.list 5)' does not exist# set it, or write {{ (index"
            + " .vars.list 5) | default \"…\" }}",
        ".vars.list# '.vars.list' is a list and cannot be written as text#"
            + " name one of its values, or pick one with index",
        ".vars.stage.x# '.vars.stage' is a string and has no 'x'#"
            + " name a value that is a map, or remove '.x'",
        ".vars.later# '.vars.later' is the result of !terraform.output, which is not known here#"
            + " write the value itself, or read a variable with {{ env \"NAME\" }}",
        "eq .vars.count \"3\"# 'eq' cannot compare an integer with a string#"
            + " give both one type, for instance with printf \"%v\"",
        "index .vars.stage 1# '.vars.stage' is a string, and index needs a map or a list#"
            + " remove the index",
        "printf \"%x\" 1# 'printf' knows no '%x'# use %s for text, %d for integers, %v for both,"
            + " %q, or %%",
        "printf \"%\"# 'printf' knows no '% '# use %s for text, %d for integers, %v for both, %q,"
            + " or %%",
        "printf \"%s\" .vars.count# 'printf' cannot write .vars.count with %s#"
            + " use %s for text, %d for integers, %v for both, %q, or %%",
        "printf \"%s\"# 'printf' has 0 values for another number of verbs#"
            + " write one value for every verb; %% is a percent sign",
        "printf \"a\" 1# 'printf' has 1 values for another number of verbs#"
            + " write one value for every verb; %% is a percent sign"
      })
  void refusesAValueThatCannotBeUsed(String action, String message, String advice) {
    Refusal refusal = Refusal.of(() -> render("{{ " + action + " }}"));

    assertThat(refusal.message()).isEqualTo(message);
    assertThat(refusal.advice()).isEqualTo(advice);
  }

  @Test
  void countsLinesInATextOfSeveral() {
    String text = "a\nbc {{ .nope }}";

    assertThat(Refusal.of(() -> render(text)).place()).isEqualTo("stacks/dev.yaml:11:7");
    assertThat(
            Refusal.of(() -> template.render(text, TemplateData.DATA, Position.of("a.yaml.tmpl")))
                .place())
        .isEqualTo("a.yaml.tmpl:2:7");
    assertThat(
            Refusal.of(() -> template.render("{{ .nope }}", TemplateData.DATA, Position.of("-Dx")))
                .place())
        .isEqualTo("-Dx");
  }

  private String render(String text) {
    return template.render(text, TemplateData.DATA, PLACE);
  }
}
