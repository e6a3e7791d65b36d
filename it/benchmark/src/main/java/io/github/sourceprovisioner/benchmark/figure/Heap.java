package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.process.Ran;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.process.Spread;
import io.github.sourceprovisioner.benchmark.report.Row;
import io.github.sourceprovisioner.benchmark.upstream.Shape;
import io.github.sourceprovisioner.benchmark.upstream.SyntheticRepository;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.util.List;

/** A repository of 500 MB, all of it wanted, in a small heap. */
final class Heap implements Figure {

  @Override
  public String name() {
    return "heap";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    SyntheticRepository.make(bench.repositories().resolve("heavy.git"), Shape.HEAVY);
    Project project = bench.project("heap");
    project.manifest(
        "dev.yaml",
        Manifests.of(
            bench.fastUrl("heavy.git"), List.of(new Upstream.Version("modules", "v0.0.0"))));
    Command build = project.build().with("MAVEN_OPTS", "-Xmx128m");
    try {
      Ran ran = build.run();
      return List.of(row("works, " + peak(ran), Row.Verdict.YES));
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return List.of(row("fails", Row.Verdict.NO));
    } finally {
      project.forget();
    }
  }

  private static String peak(Ran ran) {
    return Shown.of(new Spread(List.of((double) ran.megabytes())), Measure.MEGABYTES)
        + " of memory at most";
  }

  private static Row row(String ours, Row.Verdict met) {
    return new Row("heap for a 500 MB repository", ours, "–", "–", "works with -Xmx128m", met);
  }
}
