package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.report.Row;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.util.List;

/** A build in which everything is there already, against the same build without the work. */
final class UpToDate implements Figure {

  private static final String SKIPPED = "the same goal, skipped";
  private static final String PLAIN = "the same build without the plugin";

  /** Fifty components each. */
  private static final int STACKS = 20;

  @Override
  public String name() {
    return "up-to-date";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    String url = bench.fastUrl(bench.upstream().name());
    Project one = bench.project("one");
    one.manifest("dev.yaml", Manifests.of(url, bench.upstream().versions(1, 1)));
    Project thousand = bench.project("thousand");
    List<Upstream.Version> fifty = bench.upstream().versions(10, 5);
    for (int stack = 0; stack < STACKS; stack++) {
      thousand.manifest("stack-" + stack + ".yaml", Manifests.of(url, fifty));
    }
    Rows single = new Rows(run(bench, one));
    Rows many = new Rows(run(bench, thousand));
    return List.of(
        single.difference("up to date, 1 component", SKIPPED, 150),
        single.difference("up to date, 1 component", PLAIN, 150),
        many.difference("up to date, 1,000 components", SKIPPED, 800),
        many.difference("up to date, 1,000 components", PLAIN, 800));
  }

  private static Results run(Bench bench, Project project)
      throws IOException, InterruptedException {
    project.build().run();
    return bench.run(
        1,
        new Contestant(Contestants.OURS, () -> {}, () -> project.build().run()),
        new Contestant(SKIPPED, () -> {}, () -> project.build("-Dsource.skip=true").run()),
        new Contestant(PLAIN, () -> {}, () -> project.plainBuild().run()));
  }
}
