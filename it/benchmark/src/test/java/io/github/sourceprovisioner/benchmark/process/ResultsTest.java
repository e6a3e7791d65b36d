package io.github.sourceprovisioner.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {

  @Test
  void theTimeAboveAnothersIsTakenRoundByRound() {
    Results results =
        new Results(Map.of("ours", List.of(took(3), took(5)), "base", List.of(took(1), took(2))));

    Results above = results.above("base");

    assertThat(above.of("ours", Measure.SECONDS).sorted()).containsExactly(2.0, 3.0);
    assertThat(above.of("ours", Measure.BYTES).sorted()).containsExactly(7.0, 7.0);
    assertThat(above.of("base", Measure.SECONDS).sorted()).containsExactly(0.0, 0.0);
  }

  private static Sample took(double seconds) {
    return new Sample(seconds, 7, 1, 1);
  }
}
