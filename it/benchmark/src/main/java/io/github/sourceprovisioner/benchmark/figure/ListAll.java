package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.report.Row;
import java.io.IOException;
import java.util.List;

/** {@code source:list} of many stacks that import, inherit and fill in templates. */
final class ListAll implements Figure {

  private static final int STACKS = 1_000;
  private static final int COMPONENTS = 10;
  private static final int CATALOG = 20;

  @Override
  public String name() {
    return "list";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    Project project = bench.project("list");
    for (int i = 0; i < CATALOG; i++) {
      project.manifest("catalog/base-%02d.yaml".formatted(i), catalog(i));
    }
    for (int i = 0; i < STACKS - CATALOG; i++) {
      project.manifest("orgs/team-%02d/stack-%03d.yaml".formatted(i % 50, i), stack(i));
    }
    Contestant list =
        new Contestant(
            Contestants.OURS,
            () -> {},
            () ->
                project
                    .goal("list", "-Dsource.format=json", "-Dsource.outputFile=target/list.json")
                    .run());
    Results results = bench.run(1, list);
    Rows rows = new Rows(results);
    String name = "source:list, 1,000 manifests, 10,000 components, ";
    return List.of(
        rows.amount(name + "wall", Measure.SECONDS, 4),
        rows.amount(name + "memory", Measure.MEGABYTES, 512));
  }

  private static String catalog(int number) {
    return """
        components:
          terraform:
            base-%1$02d:
              metadata:
                type: abstract
              vars:
                enabled: true
                cidr: 10.%1$d.0.0/16
                tags:
                  owner: platform
                  cost-center: "%1$d"
              source:
                uri: git::https://git.example.com/acme/modules.git//modules/component-%1$02d
                version: v1.%1$d.0
                excluded_paths:
                  - "**/*.md"
                  - "**/test/**"
        """
        .formatted(number);
  }

  private static String stack(int number) {
    StringBuilder yaml = new StringBuilder("import:\n");
    for (int i = 0; i < COMPONENTS; i++) {
      yaml.append("  - catalog/base-%02d%n".formatted((number + i) % CATALOG));
    }
    yaml.append("name: stack-%03d%nvars:%n  stage: dev%n".formatted(number));
    yaml.append("components:\n  terraform:\n");
    // The catalog counts among the manifests, so that some stacks hold one component more.
    int components = COMPONENTS + (number < CATALOG * COMPONENTS ? 1 : 0);
    for (int i = 0; i < components; i++) {
      yaml.append(
          """
              component-%1$02d:
                metadata:
                  inherits:
                    - base-%2$02d
                vars:
                  name: "{{ .vars.stage }}-%1$02d"
                  tags:
                    stack: stack-%3$03d
          """
              .formatted(i, (number + i) % CATALOG, number));
    }
    return yaml.toString();
  }
}
