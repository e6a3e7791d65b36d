package io.github.sourceprovisioner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A map that keeps its order and never changes. */
class FixedMapTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 16, 17, 1000})
  void itHoldsWhatWasPutInInTheSameOrder(int size) {
    Map<String, Integer> original = numbers(size);
    Map<String, Integer> fixed = FixedMap.copyOf(original);
    assertThat(fixed).isEqualTo(original).hasSameHashCodeAs(original).hasSize(size);
    assertThat(new ArrayList<>(fixed.entrySet())).isEqualTo(List.copyOf(original.entrySet()));
    original.forEach((name, number) -> assertThat(fixed.get(name)).isEqualTo(number));
    List<String> seen = new ArrayList<>();
    fixed.forEach((name, number) -> seen.add(name));
    assertThat(seen).isEqualTo(List.copyOf(original.keySet()));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100})
  void whatIsNotInItIsNotFound(int size) {
    Map<String, Integer> fixed = FixedMap.copyOf(numbers(size));
    assertThat(fixed.get("other")).isNull();
    assertThat(fixed.containsKey("other")).isFalse();
    assertThat(fixed.containsKey("key 1")).isTrue();
    assertThat(fixed.containsKey(null)).isFalse();
  }

  @Test
  void itDoesNotSeeLaterChanges() {
    Map<String, Integer> original = numbers(2);
    Map<String, Integer> fixed = FixedMap.copyOf(original);
    original.put("late", 3);
    assertThat(fixed).doesNotContainKey("late").hasSize(2);
  }

  @Test
  void nobodyChangesIt() {
    Map<String, Integer> fixed = FixedMap.copyOf(numbers(2));
    assertThatThrownBy(() -> fixed.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(fixed::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> fixed.entrySet().iterator().next().setValue(7))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> FixedMap.copyOf(Map.of()).entrySet().iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aCopyOfOneIsItself() {
    Map<String, Integer> fixed = FixedMap.copyOf(numbers(2));
    assertThat(FixedMap.copyOf(fixed)).isSameAs(fixed);
  }

  private static Map<String, Integer> numbers(int size) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = size; i > 0; i--) {
      numbers.put("key " + i, i);
    }
    return numbers;
  }
}
