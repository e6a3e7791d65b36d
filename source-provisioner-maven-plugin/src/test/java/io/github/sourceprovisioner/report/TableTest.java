package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void a_cell_cannot_reach_the_terminal_or_break_the_line() {
    assertThat(Table.columns(List.of(List.of("a\u001b[2Jb\r\n\tc\u202e", "x"))))
        .isEqualTo("a\\u001b[2Jb\\r\\n\\tc\\u202e  x");
  }

  @Test
  void columns_are_as_wide_as_their_longest_cell_and_lines_end_without_blanks() {
    assertThat(
            Table.columns(
                List.of(
                    List.of("NAME", "X"),
                    List.of("caf\u00e9", "1"),
                    List.of("\ud83d\ude80", "22"),
                    List.of("longer", ""))))
        .isEqualTo("NAME    X\ncaf\u00e9    1\n\ud83d\ude80       22\nlonger  -");
  }
}
