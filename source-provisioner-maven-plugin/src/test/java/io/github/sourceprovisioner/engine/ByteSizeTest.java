package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  private static final Position PARAMETER = Position.of("-Dsource.maxSize");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "512, 512",
    "10GB, 10000000000",
    "500 mb, 500000000",
    "1.5GiB, 1610612736",
    "3k, 3000"
  })
  void sizesAreReadAsMavenCountsThem(String text, long bytes) {
    assertThat(ByteSize.parse(text, PARAMETER)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "big", "-1", "1 EB", "99999999999999TB", "i"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text, PARAMETER)).isInstanceOf(InvalidStack.class);
  }

  @Test
  void theRefusalSaysHowToWriteIt() {
    assertThatThrownBy(() -> ByteSize.parse("big", PARAMETER))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessage("\"big\" is not a size");
              assertThat(e.position()).contains(PARAMETER);
              assertThat(e.advice()).containsExactly("write it like 10GB, 500MB or 1.5GiB");
            });
  }
}
