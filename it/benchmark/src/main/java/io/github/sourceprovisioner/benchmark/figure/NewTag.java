package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.process.Spread;
import io.github.sourceprovisioner.benchmark.report.Row;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The next tag of a component whose repository the cache knows. */
final class NewTag implements Figure {

  private static final String COLD = "the cold run";
  private static final double MOST = 1.2;

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
    return List.of(
        new Rows(results).ratio("wall, new tag, warm cache", Measure.SECONDS, COLD, 0.5),
        bytes(results, bench.upstream().newBytes(change)));
  }

  private static Row bytes(Results results, long changed) {
    Spread ours = results.of(Contestants.OURS, Measure.BYTES);
    double ratio = ours.median() / changed;
    return new Row(
        "bytes, new tag, warm cache",
        Shown.of(ours, Measure.BYTES),
        "a pack of the changed objects: "
            + Shown.of(new Spread(List.of((double) changed)), Measure.BYTES),
        String.format(Locale.ROOT, "%.2f", ratio),
        "at most %.2f x".formatted(MOST),
        Row.Verdict.of(ratio <= MOST));
  }
}
