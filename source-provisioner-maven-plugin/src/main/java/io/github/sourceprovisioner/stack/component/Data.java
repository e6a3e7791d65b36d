package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** What templates see: a section and a few keys beside it. */
final class Data {

  private final Map<String, Value> entries;
  private final Position position;

  private Data(MapValue section) {
    this.entries = new LinkedHashMap<>(section.entries());
    this.position = section.position();
  }

  static Data of(MapValue section) {
    return new Data(section);
  }

  Data with(String key, Value value) {
    entries.put(key, value);
    return this;
  }

  Data with(String key, String text) {
    return with(key, Scalar.string(text, position));
  }

  MapValue build() {
    return new MapValue(entries, Map.of(), position);
  }
}
