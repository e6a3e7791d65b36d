package io.github.sourceprovisioner.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLimitsTest {

  private static final Position PLACE = new Position("stacks/dev.yaml", 10, 5);

  private final GoTemplate template = new GoTemplate(Map.of("HOME", "/h"));

  @Test
  void boundsTheDepth() {
    String parentheses = "{{ " + "(".repeat(50_000) + "1" + ")".repeat(50_000) + " }}";
    String conditions = "{{ if true }}".repeat(50_000);
    String pipes = "{{ 1" + " | quote".repeat(50_000) + " }}";

    assertThat(Refusal.of(() -> render(parentheses)).message())
        .isEqualTo("the expression is nested too deeply");
    assertThat(Refusal.of(() -> render(parentheses)).advice())
        .isEqualTo("use at most 20 fields, pipes or parentheses in a row");
    assertThat(Refusal.of(() -> render(conditions)).message())
        .isEqualTo("the conditions are nested too deeply");
    assertThat(Refusal.of(() -> render(conditions)).advice()).isEqualTo("use fewer of them");
    assertThat(Refusal.of(() -> render(pipes)).message())
        .isEqualTo("the expression is nested too deeply");
  }

  @Test
  void boundsALongChainOfFieldsAndBranches() {
    assertThat(Refusal.of(() -> render("{{ " + ".a".repeat(100_000) + " }}")).message())
        .isEqualTo("the expression is nested too deeply");
    assertThat(render("{{ if false }}" + "{{ else if false }}".repeat(10_000) + "{{ end }}"))
        .isEmpty();
  }

  @Test
  void rendersAsManyLiteralsAsFit() {
    String literals = "{{ \"a\" }}\n".repeat(TemplateText.LIMIT / 10);

    assertThat(render(literals)).hasSize(TemplateText.LIMIT / 10 * 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ \"aaaaaaaaaa\" | replace \"a\" \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
            + " | replace \"a\" \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
            + " | replace \"a\" \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
            + " | replace \"\" \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" }}",
        "{{ .big }}{{ .big }}",
        "{{ printf \"%s%s\" .big .big }}",
        "{{ quote .big .big }}"
      })
  void boundsTheOutput(String text) {
    Scalar big = Scalar.string("x".repeat(3_000_000), PLACE);
    MapValue data = new MapValue(Map.of("big", big), Map.of(), PLACE);

    assertThat(Refusal.of(() -> template.render(text, data, PLACE)))
        .extracting(Refusal::message, Refusal::advice)
        .containsExactly(
            "the template writes more than 4 MB", "make its values or its text shorter");
  }

  private String render(String text) {
    return template.render(text, TemplateData.DATA, PLACE);
  }
}
