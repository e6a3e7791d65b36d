package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void an_unknown_format_is_refused_with_the_list_of_the_known_ones() {
    InvalidStack failure = catchThrowableOfType(InvalidStack.class, () -> Format.of("xml"));

    assertThat(failure).hasMessage("there is no format \"xml\"");
    assertThat(failure.position()).contains(Position.of("-Dsource.format"));
    assertThat(failure.advice()).containsExactly("use one of table, json, yaml, csv");
  }

  @Test
  void an_empty_format_is_refused() {
    assertThat(catchThrowableOfType(InvalidStack.class, () -> Format.of(" ")))
        .hasMessage("there is no format \"\"");
  }

  @Test
  void case_and_blanks_around_do_not_matter() {
    assertThat(Format.of(" Json ")).isEqualTo(Format.JSON);
    assertThat(Format.of("table")).isEqualTo(Format.TABLE);
  }
}
