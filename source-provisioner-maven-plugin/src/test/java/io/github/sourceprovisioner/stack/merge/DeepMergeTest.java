package io.github.sourceprovisioner.stack.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeepMergeTest {

  private int places;

  @ParameterizedTest
  @EnumSource(ListStrategy.class)
  void mergingAllAtOnceIsTheSameAsOneAfterTheOther(ListStrategy strategy) {
    DeepMerge merge = new DeepMerge(strategy);
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<MapValue> layers = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        layers.add(map(random, 3));
      }

      MapValue folded = layers.stream().reduce(merge::merge).orElseThrow();

      assertThat(merge.merge(layers).entries()).as("seed %d", seed).isEqualTo(folded.entries());
    }
  }

  @Test
  void mergingWithNothingChangesNothing() {
    DeepMerge merge = new DeepMerge(ListStrategy.REPLACE);
    MapValue map = map(new Random(1), 3);
    MapValue empty = MapValue.empty(Position.of("x"));

    assertThat(merge.merge(map, empty)).isEqualTo(map);
    assertThat(merge.merge(empty, map)).isEqualTo(map);
    assertThat(merge.merge(List.of()).entries()).isEmpty();
  }

  @Test
  void anAppendedListWithoutABaseWaitsForOne() {
    DeepMerge merge = new DeepMerge(ListStrategy.REPLACE);
    MapValue first = list(false, "a");
    MapValue second = list(true, "b");
    MapValue third = list(true, "c");

    MapValue late = merge.merge(first, merge.merge(second, third));

    assertThat(late.get("list").map(ListValue.class::cast).orElseThrow().items())
        .extracting(item -> ((Scalar) item).text())
        .containsExactly("a", "b", "c");
  }

  private MapValue list(boolean append, String item) {
    Position position = Position.of(item);
    ListValue list = new ListValue(List.of(Scalar.string(item, position)), append, position);
    return new MapValue(Map.of("list", list), Map.of(), position);
  }

  private Value value(Random random, int depth) {
    int kind = depth == 0 ? 3 : random.nextInt(6);
    if (kind < 2) {
      return map(random, depth - 1);
    }
    if (kind == 2) {
      List<Value> items = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        items.add(value(random, depth - 1));
      }
      return new ListValue(items, random.nextBoolean(), place());
    }
    boolean none = kind == 4;
    return new Scalar(
        none ? "" : "v" + random.nextInt(9),
        none ? Kind.NULL : Kind.STRING,
        kind == 5 ? Optional.of("!unset") : Optional.empty(),
        place());
  }

  private MapValue map(Random random, int depth) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put("k" + random.nextInt(4), value(random, depth));
    }
    return new MapValue(entries, Map.of(), place());
  }

  private Position place() {
    return new Position("x", ++places, 1);
  }
}
