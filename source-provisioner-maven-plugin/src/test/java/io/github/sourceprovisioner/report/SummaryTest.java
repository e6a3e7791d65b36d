package io.github.sourceprovisioner.report;

import static io.github.sourceprovisioner.model.Action.CREATED;
import static io.github.sourceprovisioner.model.Action.DELETED;
import static io.github.sourceprovisioner.model.Action.FAILED;
import static io.github.sourceprovisioner.model.Action.UNCHANGED;
import static io.github.sourceprovisioner.model.Action.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void counts_what_was_done_and_what_it_cost() {
    assertThat(line(new Traffic(4, 79_123), 940, of(3, CREATED), of(1, UPDATED), of(8, UNCHANGED)))
        .isEqualTo(
            "Provisioned 12 components (3 created, 1 updated, 8 unchanged),"
                + " 79 KB in 4 requests, 0.9 s");
  }

  @Test
  void one_of_anything_is_singular() {
    assertThat(line(new Traffic(1, 312), 100, of(1, CREATED)))
        .isEqualTo("Provisioned 1 component (1 created), 312 B in 1 request, 0.1 s");
  }

  @Test
  void failed_components_are_not_counted_as_provisioned() {
    assertThat(line(new Traffic(9, 2_000_000), 61_000, of(2, FAILED), of(10, CREATED)))
        .isEqualTo(
            "Provisioned 10 of 12 components (10 created, 2 failed),"
                + " 2.0 MB in 9 requests, 1 min 1 s");
  }

  @Test
  void nothing_but_failures_is_said_plainly() {
    assertThat(line(Traffic.NONE, 100, of(2, FAILED)))
        .isEqualTo("2 components failed, no request, 0.1 s");
  }

  @Test
  void a_run_that_changed_nothing_says_so() {
    assertThat(line(Traffic.NONE, 100, of(8, UNCHANGED)))
        .isEqualTo("Nothing to do (8 components unchanged), no request, 0.1 s");
  }

  @Test
  void a_run_without_components_says_so() {
    assertThat(line(Traffic.NONE, 0)).isEqualTo("Nothing to do, no request, 0.0 s");
  }

  @Test
  void deleted_workdirs_were_not_provisioned() {
    assertThat(line(Traffic.NONE, 100, of(1, DELETED)))
        .isEqualTo("Deleted 1 workdir, no request, 0.1 s");
    assertThat(line(Traffic.NONE, 100, of(2, DELETED), of(1, UNCHANGED), of(1, FAILED)))
        .isEqualTo("Deleted 2 of 4 workdirs (1 unchanged, 2 deleted, 1 failed), no request, 0.1 s");
  }

  private static String line(Traffic total, long milliseconds, Share... shares) {
    return Summary.line(
        Stream.of(shares).flatMap(Share::outcomes).toList(),
        total,
        Duration.ofMillis(milliseconds));
  }

  @Test
  void aDryRunSaysThatNothingWasWritten() {
    assertThat(Summary.dryRun(List.of(), Traffic.NONE, Duration.ofMillis(100)))
        .isEqualTo("Dry run, nothing was written. A real run: Nothing to do, no request, 0.1 s");
  }

  private static Share of(int number, Action action) {
    return new Share(number, action);
  }

  private record Share(int number, Action action) {
    Stream<Outcome> outcomes() {
      Outcome one =
          new Outcome(
              Samples.VPC,
              action,
              "because",
              Optional.empty(),
              Traffic.NONE,
              Duration.ZERO,
              Optional.empty());
      return Collections.nCopies(number, one).stream();
    }
  }
}
