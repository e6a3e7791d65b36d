package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.process.Trees;
import io.github.sourceprovisioner.benchmark.report.Row;
import io.github.sourceprovisioner.benchmark.upstream.Shape;
import io.github.sourceprovisioner.benchmark.upstream.SyntheticArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A large archive, on a machine that knows nothing of it. */
final class Archive implements Figure {

  private static final String PIPE = "curl piped into tar, then the build without the plugin";

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    Path archive = Files.createDirectories(bench.archives()).resolve("modules.tar.gz");
    SyntheticArchive.make(archive, Shape.PACKED);
    String url = bench.archiveUrl(archive);
    Rows all = new Rows(all(bench, url));
    Rows parts = new Rows(parts(bench, url));
    String bytes = "bytes, two directories of that archive, cold";
    return List.of(
        all.ratio("wall, an archive of 40 MB, cold", Measure.SECONDS, PIPE, 1.1),
        parts.bytes(bytes, "the archive", Files.size(archive), 1.05));
  }

  private static Results all(Bench bench, String url) throws IOException, InterruptedException {
    Project project = bench.project("archive");
    project.manifest("dev.yaml", Manifests.of(List.of(url)));
    List<Contestant> contestants = new ArrayList<>(List.of(ours(project)));
    if (Tools.has("curl") && Tools.has("tar")) {
      contestants.add(pipe(project, url));
    }
    return bench.run(0, contestants.toArray(Contestant[]::new));
  }

  private static Results parts(Bench bench, String url) throws IOException, InterruptedException {
    Project project = bench.project("archive-parts");
    project.manifest(
        "dev.yaml",
        Manifests.of(List.of(url + "//modules/component-000", url + "//modules/component-001")));
    return bench.run(0, ours(project));
  }

  private static Contestant ours(Project project) {
    return new Contestant(Contestants.OURS, project::forget, () -> project.build().run());
  }

  /** Two processes for the archive, and Maven for what else there is to build. */
  private static Contestant pipe(Project project, String url) {
    Path directory = project.directory().resolve("peer");
    // First of all: without the user's settings.
    String script = "curl -q -s -f --noproxy '*' \"$1\" | tar xz";
    Command command = new Command(directory, "sh", "-c", script, "sh", url);
    return new Contestant(
        PIPE, () -> Trees.delete(directory), () -> command.run().then(project.plainBuild().run()));
  }
}
