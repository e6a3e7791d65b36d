package io.github.sourceprovisioner.web.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

  private static JsonObject parse(String text) {
    return JsonObject.parse(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"a\"", "1", "null", "{", "<html>"})
  void whatIsNoObjectIsRefused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertThatThrownBy(() -> JsonObject.parse("{\"a\":\"\u00e9\"}".getBytes(ISO_8859_1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a text that is not UTF-8");
  }

  @Test
  void aMemberOfAnotherTypeIsMalformed() {
    JsonObject object = parse("{\"a\":1.5,\"b\":[1]}");
    assertThatThrownBy(() -> object.text("a")).hasMessage("a that is malformed");
    assertThatThrownBy(() -> object.number("a")).hasMessage("a that is malformed");
    assertThatThrownBy(() -> object.object("a")).hasMessage("a that is malformed");
    assertThatThrownBy(() -> object.objects("b")).hasMessage("b that is malformed");
    assertThatThrownBy(() -> object.texts("b")).hasMessage("b that is malformed");
  }

  @Test
  void membersAreReadAsTheyAre() {
    JsonObject object = parse("{\"a\":\"x\",\"n\":7,\"o\":{\"p\":[{\"q\":\"r\"}]},\"t\":[\"u\"]}");
    assertThat(object.names()).containsExactly("a", "n", "o", "t");
    assertThat(object.text("a")).contains("x");
    assertThat(object.number("n")).hasValue(7);
    assertThat(object.object("o").objects("p").get(0).text("q")).contains("r");
    assertThat(object.texts("t")).containsExactly("u");
  }

  @Test
  void nullIsAsGoodAsNothing() {
    JsonObject object = parse("{\"a\":null}");
    for (String name : new String[] {"a", "b"}) {
      assertThat(object.text(name)).isEmpty();
      assertThat(object.number(name)).isEqualTo(OptionalLong.empty());
      assertThat(object.object(name)).isEqualTo(JsonObject.EMPTY);
      assertThat(object.objects(name)).isEmpty();
      assertThat(object.texts(name)).isEmpty();
    }
  }
}
