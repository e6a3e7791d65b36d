package io.github.sourceprovisioner.stack.source;

import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.stack.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongTextTest {

  @Test
  void aTextThatNoHostTakesIsRefusedWithoutBeingShown() {
    Section source =
        new Section(
            "source",
            "a source",
            yaml("{uri: '" + "x".repeat(16_385) + "'}"),
            new Interpolation(name -> Optional.empty()));

    Refusal refusal = Refusal.of(() -> source.text("uri", Section.STRING));

    assertThat(refusal.message()).isEqualTo("source.uri is longer than 16384 characters");
    assertThat(refusal.advice()).isEqualTo("shorten it: no host takes a URL of that length");
  }
}
