package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Ran;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Sample.Measure;
import io.github.sourceprovisioner.benchmark.process.Spread;
import io.github.sourceprovisioner.benchmark.process.Trees;
import io.github.sourceprovisioner.benchmark.report.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A large tree out of the cache, after {@code mvn clean}. */
final class Copy implements Figure {

  private static final String PLAIN = "the same build without the plugin";
  private static final String COPY = "cp -r";
  private static final Pattern MILLISECONDS = Pattern.compile("\"milliseconds\": *(\\d+)");

  @Override
  public String name() {
    return "copy";
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException, InterruptedException {
    Project project = WideTree.provisioned(bench, "copy");
    Path original = project.directory().resolve("original");
    Files.move(project.workdirs().resolve("dev/c0"), original);
    List<Double> inside = new ArrayList<>();
    Results results = bench.run(1, ours(project, inside), copy(project, original), plain(project));
    return rows(results, inside.subList(1, inside.size()));
  }

  private static Contestant ours(Project project, List<Double> inside) {
    return new Contestant(
        Contestants.OURS,
        project::clean,
        () -> {
          Ran ran = project.build().run();
          inside.add(seconds(project));
          return ran;
        });
  }

  private static Contestant copy(Project project, Path original) {
    Path copy = project.directory().resolve("copy");
    Command command =
        new Command(project.directory(), "cp", "-r", original.toString(), copy.toString());
    return new Contestant(COPY, () -> Trees.delete(copy), command::run);
  }

  private static Contestant plain(Project project) {
    return new Contestant(PLAIN, () -> {}, () -> project.plainBuild().run());
  }

  /** What the plugin itself says it took to write the workdir. */
  private static double seconds(Project project) throws IOException {
    Path result = project.directory().resolve("target/source-provisioner/result.json");
    Matcher matcher = MILLISECONDS.matcher(Files.readString(result));
    if (!matcher.find()) {
      throw new IOException("no time in " + result);
    }
    return Long.parseLong(matcher.group(1)) / 1e3;
  }

  private static List<Row> rows(Results results, List<Double> inside) {
    Spread copy = results.of(COPY, Measure.SECONDS);
    Spread over = results.difference(Contestants.OURS, PLAIN, Measure.SECONDS);
    return List.of(
        row("4,500 files, 40 MB out of the cache, inside the goal", new Spread(inside), copy),
        row("the same, whole process less the build without the plugin", over, copy));
  }

  private static Row row(String name, Spread ours, Spread copy) {
    double ratio = ours.median() / copy.median();
    return new Row(
        name,
        Shown.of(ours, Measure.SECONDS),
        COPY + ": " + Shown.of(copy, Measure.SECONDS),
        Shown.ratio(new Spread(List.of(ratio))),
        "at most 1.00 x",
        Row.Verdict.of(ratio <= 1));
  }
}
