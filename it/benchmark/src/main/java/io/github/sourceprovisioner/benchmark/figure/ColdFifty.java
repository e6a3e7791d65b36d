package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.report.Row;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Fifty components of one repository at five tags, on a machine that knows nothing of it. */
final class ColdFifty implements Figure {

  private static final int TAGS = 5;
  private static final int COMPONENTS = 10;

  @Override
  public String name() {
    return "cold-50";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    Contestants contestants = new Contestants(bench, bench.upstream().versions(COMPONENTS, TAGS));
    Results results = bench.run(0, contestants.all());
    Rows rows = new Rows(results);
    String wall = "wall, 50 components of one repository at 5 tags, cold";
    return List.of(
        rows.ratio(wall, Measure.SECONDS, Contestants.TERRAFORM, 0.1),
        rows.ratio(wall, Measure.SECONDS, best(results, contestants), 0.5),
        rows.amount("requests for those 50", Measure.REQUESTS, 6));
  }

  private static String best(Results results, Contestants contestants) {
    String best =
        contestants.peers().stream()
            .map(Contestant::name)
            .min(Comparator.comparing(name -> results.of(name, Measure.SECONDS).median()))
            .orElse(Contestants.GIT_SHALLOW);
    return Objects.requireNonNull(best);
  }
}
