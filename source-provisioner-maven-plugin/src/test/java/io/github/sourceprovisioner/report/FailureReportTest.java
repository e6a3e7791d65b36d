package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Failure;
import org.junit.jupiter.api.Test;

class FailureReportTest {

  @Test
  void a_failure_reads_from_the_outside_in() {
    assertThat(FailureReport.lines(Samples.noTag()))
        .containsExactly(
            "dev/vpc: fetching git::https://example.com/acme/modules.git//modules/vpc@v1:"
                + " no such tag or branch [code 2]",
            "  declared at src/main/stacks/dev.yaml:14:9",
            "  Try: pick one of v1.0.0, v2.0.0 (newest)");
  }

  @Test
  void each_piece_of_advice_has_a_line() {
    assertThat(FailureReport.lines(Samples.typo()))
        .containsExactly(
            "unknown key \"verison\" [code 2]",
            "  declared at src/main/stacks/dev.yaml:14:9",
            "  Try: write version",
            "  Try: remove the key");
  }

  @Test
  void what_is_not_known_is_left_out() {
    Failure bare = new Failure(Samples.VPC, "", new AccessDenied(Problem.of("no")));

    assertThat(FailureReport.lines(bare)).containsExactly("dev/vpc: no [code 3]");
  }

  @Test
  void a_place_without_line_or_column_is_shown_as_far_as_it_is_known() {
    Problem problem = Problem.of("no");

    assertThat(FailureReport.lines(new InvalidStack(problem.at(Position.of("-Dsource.ttl")))))
        .contains("  declared at -Dsource.ttl");
    assertThat(FailureReport.lines(new InvalidStack(problem.at(new Position("a.yaml", 3, 0)))))
        .contains("  declared at a.yaml:3");
  }

  @Test
  void what_comes_from_outside_cannot_act_on_the_terminal() {
    InvalidStack hostile =
        new InvalidStack(
            Problem.of("no file \u001b]0;x\u0007\nBUILD SUCCESS")
                .at(Position.of("a\u001b.yaml"))
                .advise("look\rup"));

    assertThat(FailureReport.lines(hostile))
        .containsExactly(
            "no file \\u001b]0;x\\u0007\\nBUILD SUCCESS [code 2]",
            "  declared at a\\u001b.yaml",
            "  Try: look\\rup");
  }
}
