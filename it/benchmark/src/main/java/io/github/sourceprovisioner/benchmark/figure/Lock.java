package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.report.Row;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What a lock file costs. */
final class Lock implements Figure {

  private static final String OFF = "the same with -Dsource.lock=off";
  private static final String PLAIN = "the same build without the plugin";
  private static final String ENTRY = "- uri:";

  private static final int TAGS = 10;
  private static final int COMPONENTS = 100;

  /** As many stacks as where the same is measured of few sources. */
  private static final int STACKS = 20;

  @Override
  public String name() {
    return "lock";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    List<Upstream.Version> versions = bench.upstream().versions(COMPONENTS, TAGS);
    Results many = upToDate(bench, versions);
    Results wide = provisioning(bench);
    String sources = "up to date, %,d distinct sources".formatted(versions.size());
    String files = "4,500 files, 40 MB out of the cache, locked, whole process";
    return List.of(
        new Rows(many).difference(sources, OFF, 100),
        new Rows(wide).ratio(files, Measure.SECONDS, OFF, 1.1),
        new Rows(wide.above(PLAIN))
            .ratio("the same, less the build without the plugin", Measure.SECONDS, OFF, 1.1));
  }

  private static Results upToDate(Bench bench, List<Upstream.Version> versions)
      throws IOException, InterruptedException {
    Project project = bench.project("lock-many");
    String url = bench.fastUrl(bench.upstream().name());
    int most = (versions.size() + STACKS - 1) / STACKS;
    for (int from = 0; from < versions.size(); from += most) {
      List<Upstream.Version> some = versions.subList(from, Math.min(from + most, versions.size()));
      project.manifest("stack-%04d.yaml".formatted(from), Manifests.of(url, some));
    }
    project.build().run();
    requireEntries(project, versions.size());
    return bench.run(1, locked(project, () -> {}), off(project, () -> {}));
  }

  private static Results provisioning(Bench bench) throws IOException, InterruptedException {
    Project project = WideTree.provisioned(bench, "lock-wide");
    requireEntries(project, 1);
    return bench.run(
        1,
        locked(project, project::clean),
        off(project, project::clean),
        new Contestant(PLAIN, () -> {}, () -> project.plainBuild().run()));
  }

  private static Contestant locked(Project project, Contestant.Preparation preparation) {
    return new Contestant(Contestants.OURS, preparation, () -> project.build().run());
  }

  private static Contestant off(Project project, Contestant.Preparation preparation) {
    return new Contestant(OFF, preparation, () -> project.build("-Dsource.lock=off").run());
  }

  /** Without them there would be nothing to compare. */
  private static void requireEntries(Project project, int expected) throws IOException {
    long entries =
        Files.readAllLines(project.lockFile()).stream()
            .filter(line -> line.strip().startsWith(ENTRY))
            .count();
    if (entries != expected) {
      throw new IOException(
          "%s has %d sources instead of %d".formatted(project.lockFile(), entries, expected));
    }
  }
}
