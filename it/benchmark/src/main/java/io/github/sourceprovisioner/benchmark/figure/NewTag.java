package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.report.Row;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.util.List;

/** The next tag of a component whose repository the cache knows. */
final class NewTag implements Figure {

  private static final String COLD = "the cold run";
  private static final String PACK = "a pack of the changed objects";

  @Override
  public String name() {
    return "new-tag";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    Upstream.Change change = bench.upstream().change();
    Project project = bench.project("new-tag");
    Contestant cold =
        new Contestant(
            COLD,
            () -> {
              project.forget();
              project.manifest("dev.yaml", Manifests.of(bench.slowUrl(), List.of(change.before())));
            },
            () -> project.build().run());
    Contestant warm =
        new Contestant(
            Contestants.OURS,
            () ->
                project.manifest(
                    "dev.yaml", Manifests.of(bench.slowUrl(), List.of(change.after()))),
            () -> project.build().run());
    Results results = bench.run(0, cold, warm);
    Rows rows = new Rows(results);
    return List.of(
        rows.ratio("wall, new tag, warm cache", Measure.SECONDS, COLD, 0.5),
        rows.bytes("bytes, new tag, warm cache", PACK, bench.upstream().newBytes(change), 1.2));
  }
}
