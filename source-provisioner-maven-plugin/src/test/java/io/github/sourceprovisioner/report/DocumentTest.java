package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** JSON and YAML are read again by a parser that is not ours. */
class DocumentTest {

  private static final Node NESTED =
      new Fields()
          .with("text", "a \"quoted\" \\ path\n")
          .with("absent", Optional.empty())
          .with("number", 42)
          .with("plain", List.of("one", "two"))
          .with("none", List.of())
          .with("empty", new Fields().done())
          .with(
              "deep",
              new Node.Sequence(
                  List.of(
                      new Fields().with("k", "v").with("m", List.of("x")).done(),
                      new Node.Sequence(List.of(new Node.Bare("true"), Node.NULL)))))
          .done();

  @Test
  void json_is_indented_by_two_in_the_order_of_the_keys() {
    assertThat(Json.write(NESTED))
        .isEqualTo(
            """
            {
              "text": "a \\"quoted\\" \\\\ path\\n",
              "absent": null,
              "number": 42,
              "plain": [
                "one",
                "two"
              ],
              "none": [],
              "empty": {},
              "deep": [
                {
                  "k": "v",
                  "m": [
                    "x"
                  ]
                },
                [
                  true,
                  null
                ]
              ]
            }""");
  }

  @Test
  void yaml_has_the_structure_of_the_json_form() {
    assertThat(Yaml.write(NESTED))
        .isEqualTo(
            """
            text: "a \\"quoted\\" \\\\ path\\n"
            absent: null
            number: 42
            plain:
              - one
              - two
            none: []
            empty: {}
            deep:
              - k: v
                m:
                  - x
              - - true
                - null""");
  }

  @Test
  void both_mean_the_same_to_a_foreign_parser() {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("text", "a \"quoted\" \\ path\n");
    expected.put("absent", null);
    expected.put("number", 42);
    expected.put("plain", List.of("one", "two"));
    expected.put("none", List.of());
    expected.put("empty", Map.of());
    expected.put("deep", List.of(Map.of("k", "v", "m", List.of("x")), Arrays.asList(true, null)));

    assertThat(read(Json.write(NESTED))).isEqualTo(expected);
    assertThat(read(Yaml.write(NESTED))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no",
        "Off",
        "NULL",
        "~",
        "1.10",
        "0777",
        "1e5",
        "12:30:45",
        "2026-01-01",
        ".inf",
        "=",
        "<<",
        "- a",
        "a: b",
        "a #b",
        "a\\b",
        "#x",
        "*x",
        "&x",
        "!env X",
        "%a",
        "@a",
        "`a",
        "{{ .vars.x }}",
        "---",
        "tail ",
        "two  blanks",
        "a\nb\r\n\tc",
        "\u001b[31mred",
        "\u0000\u007f\u0085\u009b",
        "\u2028\u2029\ufeff",
        "\u202Eltr",
        "caf\u00e9 \u6f22\u5b57 \ud83d\ude80",
        "\ud83d",
        "\ufffe\uffff",
        "\udb40\udc01"
      })
  void every_string_comes_back_as_the_string_it_was(String text) {
    Node document = new Fields().with(text, text).done();

    assertThat(read(Json.write(document))).isEqualTo(Map.of(text, text));
    assertThat(read(Yaml.write(document))).isEqualTo(Map.of(text, text));
  }

  @Test
  void control_characters_and_line_separators_are_escaped() {
    Node text = new Node.Text("\u001b\u0007\u2028\u202e\udb40\udc01");

    assertThat(Json.write(text)).isEqualTo("\"\\u001b\\u0007\\u2028\\u202e\\udb40\\udc01\"");
    assertThat(Yaml.write(text)).isEqualTo("\"\\u001b\\u0007\\u2028\\u202e\\U000e0001\"");
  }

  @Test
  void letters_of_any_script_stay_as_they_are() {
    assertThat(Json.write(new Node.Text("caf\u00e9 \ud83d\ude80")))
        .isEqualTo("\"caf\u00e9 \ud83d\ude80\"");
  }

  private static Object read(String document) {
    return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(document);
  }
}
