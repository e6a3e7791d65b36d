package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.report.Row;
import java.io.IOException;
import java.util.List;

/** One component of a large repository on a machine that knows nothing of it. */
final class ColdOne implements Figure {

  @Override
  public String name() {
    return "cold-1";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    Contestants contestants = new Contestants(bench, bench.upstream().versions(1, 1));
    Results results = bench.run(0, contestants.all());
    Rows rows = new Rows(results);
    String bytes = "bytes, one subdirectory, cold";
    String wall = "wall, one component, cold";
    return List.of(
        rows.ratio(bytes, Measure.BYTES, Contestants.GIT_SPARSE, 1.2),
        rows.ratio(bytes, Measure.BYTES, Contestants.TERRAFORM, 0.01),
        rows.ratio(wall, Measure.SECONDS, Contestants.TERRAFORM, 0.35),
        rows.ratio(wall, Measure.SECONDS, Contestants.TERRAFORM_SHALLOW, 1.3),
        rows.ratio(wall, Measure.SECONDS, Contestants.OURS_AS_IT_COMES, 1.0));
  }
}
