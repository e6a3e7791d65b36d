package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.SourceUse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhyReportTest {

  private static final String VPC = "git::https://example.com/a.git//vpc@v1";
  private static final List<WhyReport.Row> ROWS =
      List.of(
          row(VPC, Optional.of("dev")),
          row(VPC, Optional.of("prod")),
          row("git::https://example.com/old.git@v0", Optional.empty()));

  @Test
  void peopleReadOneBlockASource() {
    assertThat(WhyReport.render(ROWS, Format.TABLE))
        .isEqualTo(
            """
            git::https://example.com/a.git//vpc@v1 (0123456789ab)
              dev/vpc (terraform) at stacks/dev.yaml:4:7
              prod/vpc (terraform) at stacks/prod.yaml:4:7
            git::https://example.com/old.git@v0 (0123456789ab)
              nobody needs it: source:lock -Dsource.prune=true removes it""");
    assertThat(WhyReport.render(List.of(), Format.TABLE))
        .isEqualTo("No such source is used or locked.");
  }

  @Test
  void machinesReadOneObjectAUse() {
    assertThat(WhyReport.render(ROWS.subList(1, 2), Format.JSON).replaceAll("\\s+", ""))
        .isEqualTo(
            ("[{\"module\":\"infra\",\"source\":\"" + VPC + "\",\"locked\":\"0123456789abcdef\",")
                + "\"stack\":\"prod\",\"type\":\"terraform\",\"component\":\"vpc\","
                + "\"file\":\"stacks/prod.yaml\",\"line\":4}]");
    assertThat(WhyReport.render(ROWS.subList(2, 3), Format.CSV))
        .isEqualTo(
            "module,source,locked,stack,type,component,file,line\r\n"
                + "infra,git::https://example.com/old.git@v0,0123456789abcdef,,,,,");
  }

  private static WhyReport.Row row(String source, Optional<String> stack) {
    return new WhyReport.Row(
        "infra",
        new SourceUse(
            source,
            Optional.of("0123456789abcdef"),
            stack.map(name -> new ComponentId("terraform", name, "vpc")),
            stack.map(name -> new Position("stacks/" + name + ".yaml", 4, 7))));
  }
}
