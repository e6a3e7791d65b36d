package io.github.sourceprovisioner.stack.template;

import static io.github.sourceprovisioner.stack.ManifestFixture.at;
import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.Refusal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeRendererTest {

  private static final MapValue DATA = yaml("vars: {stage: dev}");

  private final TreeRenderer renderer = new TreeRenderer(new GoTemplate(Map.of()));

  @Test
  void pointsAtTheCharacterBehindTheQuote() {
    MapValue tree = yaml("a: '{{ .nope }}'", "b: x-{{ .nope }}");

    assertThat(Refusal.of(() -> renderer.render(at(tree, "a"), DATA)).place())
        .isEqualTo("stacks/dev.yaml:1:8");
    assertThat(Refusal.of(() -> renderer.render(at(tree, "b"), DATA)).place())
        .isEqualTo("stacks/dev.yaml:2:9");
  }

  @Test
  void pointsAtTheLineOfABlock() {
    MapValue tree = yaml("a: |", "  one", "  {{ .nope }}");

    assertThat(Refusal.of(() -> renderer.render(tree, DATA)).place())
        .startsWith("stacks/dev.yaml:3:");
  }

  @Test
  void rendersEveryStringAndKeepsPlacesAndKeys() {
    MapValue tree = yaml("'{{ k }}':", "  - 1.10", "  - a: 'x-{{ .vars.stage }}'");

    Value rendered = renderer.render(tree, DATA);

    assertThat(rendered).isEqualTo(yaml("'{{ k }}':", "  - 1.10", "  - a: 'x-dev'"));
  }

  @Test
  void rendersTheArgumentsOfFunctionsButNotALiteral() {
    MapValue tree = yaml("a: !env 'X_{{ .vars.stage }}'", "b: !literal '{{ .vars.stage }}'");

    Value rendered = renderer.render(tree, DATA);

    assertThat(at(rendered, "a"))
        .isEqualTo(
            new Scalar("X_dev", Scalar.Kind.STRING, Optional.of("!env"), at(tree, "a").position()));
    assertThat(at(rendered, "b")).isEqualTo(at(tree, "b"));
  }
}
