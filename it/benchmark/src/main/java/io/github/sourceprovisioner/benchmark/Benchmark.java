package io.github.sourceprovisioner.benchmark;

import io.github.sourceprovisioner.benchmark.figure.Bench;
import io.github.sourceprovisioner.benchmark.figure.Figure;
import io.github.sourceprovisioner.benchmark.figure.Figures;
import io.github.sourceprovisioner.benchmark.figure.Installation;
import io.github.sourceprovisioner.benchmark.link.Host;
import io.github.sourceprovisioner.benchmark.link.SlowLink;
import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.report.Row;
import io.github.sourceprovisioner.benchmark.report.Table;
import io.github.sourceprovisioner.benchmark.upstream.Shape;
import io.github.sourceprovisioner.benchmark.upstream.SyntheticRepository;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Measures the plugin against its peers and prints a table in Markdown. */
public final class Benchmark {

  private final Options options;

  private Benchmark(Options options) {
    this.options = options;
  }

  /** See {@link Options#USAGE}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      new Benchmark(Options.parse(arguments)).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
    }
  }

  private void run() throws IOException, InterruptedException {
    List<Figure> figures = Figures.of(options.figures());
    Path scratch = Files.createDirectories(options.scratch());
    Path repositories = Files.createDirectories(scratch.resolve("repositories"));
    Path repository = repositories.resolve("upstream.git");
    if (options.repository().isPresent()) {
      repository = linked(repositories, options.repository().get());
    } else {
      SyntheticRepository.make(repository, Shape.MONOREPO);
    }
    try (Host host = new Host(cgi(scratch), repositories);
        SlowLink link =
            new SlowLink(
                host.port(), new SlowLink.Quality(options.roundTrip(), options.bitsPerSecond()))) {
      Upstream upstream = new Upstream(repository, scratch.resolve("git"));
      publish(
          measure(
              figures, new Bench(upstream, host, link, maven(scratch), options.rounds(), scratch)));
    }
  }

  /** All repositories have to be below one directory. */
  private static Path linked(Path repositories, Path given) throws IOException {
    Path link = repositories.resolve("given.git");
    Files.deleteIfExists(link);
    return Files.createSymbolicLink(link, given.toRealPath());
  }

  private static List<Row> measure(List<Figure> figures, Bench bench)
      throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (Figure figure : figures) {
      System.err.println("Measuring " + figure.name());
      rows.addAll(figure.measure(bench));
    }
    return rows;
  }

  private void publish(List<Row> rows) throws IOException {
    String table = Table.markdown(rows);
    System.out.print(table);
    if (options.output().isPresent()) {
      Files.writeString(options.output().get(), table);
    }
  }

  private static Path cgi(Path scratch) throws IOException, InterruptedException {
    List<String> lines = new Command(scratch, "git", "--exec-path").lines();
    return Path.of(lines.get(0), "git-http-backend");
  }

  private Installation maven(Path scratch) throws IOException {
    Path settings = scratch.resolve("settings.xml");
    Files.writeString(settings, "<settings/>\n");
    String home = System.getenv().getOrDefault("MAVEN_HOME", "");
    String program = home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString();
    return new Installation(program, options.localRepository(), version(), settings);
  }

  private static String version() throws IOException {
    try (InputStream in = Benchmark.class.getResourceAsStream("version.txt")) {
      byte[] text = Objects.requireNonNull(in, "version.txt").readAllBytes();
      return new String(text, StandardCharsets.UTF_8).strip();
    }
  }
}
