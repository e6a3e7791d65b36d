package io.github.sourceprovisioner.stack.source;

import static io.github.sourceprovisioner.stack.ManifestFixture.at;
import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.Refusal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLayerTest {

  @Test
  void refusesASourceAtBothPlacesAndNamesThem() {
    MapValue layer = yaml("source: a", "metadata:", "  source: b");

    assertThat(Refusal.of(() -> SourceLayer.normalise(layer)))
        .isEqualTo(
            new Refusal(
                "source is written twice: at stacks/dev.yaml:1:1"
                    + " and under metadata at stacks/dev.yaml:3:3",
                "stacks/dev.yaml:3:3",
                "keep one of the two, best the one beside 'metadata'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[a, b] | a list", "7 | an integer", "~ | null", "true | a boolean", "1.5|a number"})
  void refusesWhatIsNeitherAStringNorAMap(String written, String type) {
    MapValue layer = yaml("metadata:", "  source: " + written);

    assertThat(Refusal.of(() -> SourceLayer.normalise(layer)))
        .isEqualTo(
            new Refusal(
                "source must be a string or a map, but is " + type,
                "stacks/dev.yaml:2:11",
                "write 'source: <uri>', or a map with the key 'uri'"));
  }

  @Test
  void refusesAnEmptyString() {
    assertThat(Refusal.of(() -> SourceLayer.normalise(yaml("source: ' '"))))
        .isEqualTo(
            new Refusal(
                "source is empty",
                "stacks/dev.yaml:1:9",
                "write the URI of the source, or remove the key"));
  }

  @Test
  void turnsAStringIntoAMapThatKnowsItsPlace() {
    MapValue layer = SourceLayer.normalise(yaml("vars: {a: 1}", "source: x"));

    assertThat(layer.entries().keySet()).containsExactly("vars", "source");
    MapValue source = (MapValue) at(layer, "source");
    assertThat(source.position()).isEqualTo(new Position("stacks/dev.yaml", 2, 9));
    assertThat(source.entries())
        .containsOnly(Map.entry("uri", Scalar.string("x", new Position("stacks/dev.yaml", 2, 9))));
    assertThat(layer.keyPosition("source")).isEqualTo(new Position("stacks/dev.yaml", 2, 1));
  }

  @Test
  void movesASourceOutOfTheMetadata() {
    MapValue layer =
        SourceLayer.normalise(
            yaml("metadata:", "  component: vpc", "  source: {uri: x, version: v1}"));

    assertThat(((MapValue) at(layer, "metadata")).entries()).containsOnlyKeys("component");
    assertThat(((MapValue) at(layer, "source")).entries()).containsOnlyKeys("uri", "version");
    assertThat(layer.keyPosition("source")).isEqualTo(new Position("stacks/dev.yaml", 3, 3));
  }

  @Test
  void acceptsAFunctionAndATemplateAsAString() {
    assertThat(at(SourceLayer.normalise(yaml("source: !env URI")), "source", "uri"))
        .isEqualTo(
            new Scalar(
                "URI",
                Scalar.Kind.STRING,
                Optional.of("!env"),
                new Position("stacks/dev.yaml", 1, 9)));
    assertThat(at(SourceLayer.normalise(yaml("source: '{{ .vars.u }}'")), "source", "uri"))
        .extracting("text")
        .isEqualTo("{{ .vars.u }}");
  }

  @Test
  void leavesALayerWithoutASourceAndAnUnsetOneAlone() {
    MapValue plain = yaml("vars: {a: 1}", "metadata: {component: x}");
    assertThat(SourceLayer.normalise(plain)).isSameAs(plain);

    MapValue unset = yaml("source: !unset");
    assertThat(at(SourceLayer.normalise(unset), "source")).isEqualTo(at(unset, "source"));
  }
}
