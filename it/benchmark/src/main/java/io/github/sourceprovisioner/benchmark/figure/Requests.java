package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.report.Row;
import java.io.IOException;
import java.util.List;

/** The requests for fifty components alone: the quick one, with nobody to compare. */
final class Requests implements Figure {

  @Override
  public String name() {
    return "requests-50";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    Contestants contestants = new Contestants(bench, bench.upstream().versions(10, 5));
    Results results = bench.run(0, contestants.ours());
    return List.of(
        new Rows(results).amount("requests, 50 components at 5 tags", Measure.REQUESTS, 6));
  }
}
