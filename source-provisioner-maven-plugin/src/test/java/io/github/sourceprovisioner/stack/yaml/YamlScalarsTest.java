package io.github.sourceprovisioner.stack.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarsTest {

  private static MapValue read(String... lines) {
    return YamlReader.readMap(String.join("\n", lines), "dev.yaml", call -> call);
  }

  @Test
  void anEmptyFileIsAnEmptyMap() {
    assertThat(read("").entries()).isEmpty();
    assertThat(read("# nothing").entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, BOOLEAN",
    "TRUE, BOOLEAN",
    "yes, STRING",
    "off, STRING",
    "y, STRING",
    "12, INTEGER",
    "0777, INTEGER",
    "0o17, INTEGER",
    "0xFF, INTEGER",
    "1_000, INTEGER",
    "1.10, FLOAT",
    "1e5, FLOAT",
    "-.inf, FLOAT",
    "1.2.3, STRING",
    "2024-01-01, STRING",
    "12:30:45, STRING",
    "'\"true\"', STRING",
    "!!str 5, STRING"
  })
  void aScalarHasTheKindThatGoGivesItAndKeepsItsText(String written, Kind kind) {
    Scalar scalar = (Scalar) read("a: " + written).get("a").orElseThrow();

    assertThat(scalar.kind()).isEqualTo(kind);
    assertThat(written).contains(scalar.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "null", "Null", ""})
  void aNullHasNoText(String written) {
    Scalar scalar = (Scalar) read("a: " + written).get("a").orElseThrow();

    assertThat(scalar.isNull()).isTrue();
    assertThat(scalar.text()).isEmpty();
  }

  @Test
  void functionsKeepTheirArgument() {
    MapValue map = read("a: !env  HOME", "b: !aws.account_id", "c: !append [x]");

    assertThat(function(map, "a")).isEqualTo("!env HOME");
    assertThat(function(map, "b")).isEqualTo("!aws.account_id ");
    assertThat(map.get("c").map(ListValue.class::cast).orElseThrow().append()).isTrue();
  }

  private static String function(MapValue map, String key) {
    Value value = map.get(key).orElseThrow();
    Scalar scalar = (Scalar) value;
    return scalar.function().orElseThrow() + " " + scalar.text();
  }
}
