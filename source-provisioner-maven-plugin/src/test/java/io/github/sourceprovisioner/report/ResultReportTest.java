package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.model.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultReportTest {

  @Test
  void a_run_without_components_has_an_empty_array() {
    assertThat(ResultReport.json(new GoalResult("create", "1.0", Optional.empty(), List.of())))
        .isEqualTo(
            """
            {
              "goal": "create",
              "version": "1.0",
              "components": []
            }""");
  }

  @Test
  void every_component_says_what_was_done_why_and_at_what_cost() {
    Outcome created =
        new Outcome(
            Samples.VPC,
            Action.CREATED,
            "no workdir yet",
            Optional.of(Samples.COMMIT),
            new Traffic(4, 79_123),
            Duration.ofMillis(940),
            Optional.empty());
    Outcome failed =
        new Outcome(
            Samples.VPC,
            Action.FAILED,
            "no such tag or branch",
            Optional.empty(),
            new Traffic(1, 0),
            Duration.ofMillis(7),
            Optional.of(Samples.noTag()));

    assertThat(
            ResultReport.json(
                new GoalResult("update", "1.0", Optional.of("network"), List.of(created, failed))))
        .isEqualTo(
            """
            {
              "goal": "update",
              "version": "1.0",
              "components": [
                {
                  "module": "network",
                  "stack": "dev",
                  "type": "terraform",
                  "component": "vpc",
                  "action": "created",
                  "reason": "no workdir yet",
                  "revision": "0123456789abcdef0123456789abcdef01234567",
                  "bytes": 79123,
                  "requests": 4,
                  "milliseconds": 940,
                  "error": null
                },
                {
                  "module": "network",
                  "stack": "dev",
                  "type": "terraform",
                  "component": "vpc",
                  "action": "failed",
                  "reason": "no such tag or branch",
                  "revision": null,
                  "bytes": 0,
                  "requests": 1,
                  "milliseconds": 7,
                  "error": {
                    "kind": "SourceNotFound",
                    "code": 2,
                    "message": "no such tag or branch",
                    "file": "src/main/stacks/dev.yaml",
                    "line": 14,
                    "column": 9,
                    "advice": [
                      "pick one of v1.0.0, v2.0.0 (newest)"
                    ]
                  }
                }
              ]
            }""");
  }
}
