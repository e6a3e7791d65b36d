package io.github.sourceprovisioner.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void aRowSaysWhetherItsBoundIsReached() {
    Row row = new Row("bytes", "1 kB", "git: 2 kB", "0.50", "at most 1.20 x", Row.Verdict.NO);

    assertThat(Table.markdown(List.of(row)).lines())
        .last()
        .isEqualTo("| bytes | 1 kB | git: 2 kB | 0.50 | at most 1.20 x | **no** |");
  }
}
