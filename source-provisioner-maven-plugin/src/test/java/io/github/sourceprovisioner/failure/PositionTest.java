package io.github.sourceprovisioner.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  @ParameterizedTest
  @CsvSource({"14, 3, dev.yaml:14:3", "14, 0, dev.yaml:14", "0, 0, dev.yaml", "0, 3, dev.yaml"})
  void whatIsNotKnownIsNotShown(int line, int column, String shown) {
    assertThat(new Position("dev.yaml", line, column)).hasToString(shown);
  }
}
