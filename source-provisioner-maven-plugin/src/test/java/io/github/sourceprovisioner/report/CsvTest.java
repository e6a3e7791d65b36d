package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void commas_quotes_and_line_breaks_are_quoted() {
    Node.Mapping object =
        new Fields()
            .with("a", "x,y")
            .with("b", "say \"hi\"")
            .with("c", "one\r\ntwo")
            .with("d", " plain ")
            .done();

    assertThat(Csv.write(List.of("a", "b", "c", "d"), List.of(object)))
        .isEqualTo("a,b,c,d\r\n\"x,y\",\"say \"\"hi\"\"\",\"one\r\ntwo\", plain ");
  }

  @Test
  void escape_sequences_do_not_act() {
    assertThat(Csv.write(List.of("a"), List.of(new Fields().with("a", "\u001b[31mred\tx").done())))
        .isEqualTo("a\r\n\\u001b[31mred\tx");
  }

  @Test
  void nested_keys_lists_and_absent_values_have_their_columns() {
    Node.Mapping object =
        new Fields()
            .with("in", new Fields().with("n", 7).with("l", List.of("p", "q")).done())
            .with("no", Optional.empty())
            .done();

    assertThat(Csv.write(List.of("in.n", "in.l", "no", "other.x"), List.of(object)))
        .isEqualTo("in.n,in.l,no,other.x\r\n7,p; q,,");
  }
}
