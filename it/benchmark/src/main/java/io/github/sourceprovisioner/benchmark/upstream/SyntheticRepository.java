package io.github.sourceprovisioner.benchmark.upstream;

import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.process.Trees;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes a bare repository of a shape through {@code git fast-import}. Content, times and so all ids
 * are the same each time.
 */
public final class SyntheticRepository {

  private static final String[] NAMES = {
    "main.tf", "variables.tf", "outputs.tf", "versions.tf", "providers.tf", "README.md",
    "context.tf", "remote-state.tf", "iam.tf", "security.tf", "default.auto.tfvars", "CHANGELOG.md"
  };

  private static final long START = 1_600_000_000L;
  private static final int DAY = 86_400;

  private final Shape shape;
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);

  private SyntheticRepository(Shape shape) {
    this.shape = shape;
  }

  /** Makes the repository, or leaves alone the one that is there. */
  public static void make(Path repository, Shape shape) throws IOException, InterruptedException {
    if (Files.exists(repository)) {
      return;
    }
    Path draft =
        Files.createDirectories(repository.resolveSibling(repository.getFileName() + ".draft"));
    Path stream = draft.resolve("fast-import");
    new Command(draft, "git", "init", "-q", "--bare", "-b", "main", "repository").run();
    Path bare = draft.resolve("repository");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stream))) {
      new SyntheticRepository(shape).write(out);
    }
    String load =
        "git fast-import --quiet < \"$1\" && git repack -q -a -d -b && git pack-refs --all";
    new Command(bare, "sh", "-c", load, "sh", stream.toString()).run();
    Files.delete(bare.resolve("output.log"));
    Files.move(bare, repository);
    Trees.delete(draft);
  }

  private void write(OutputStream out) throws IOException {
    for (int commit = 0; commit < shape.commits(); commit++) {
      line(out, "commit refs/heads/main");
      line(out, "mark :" + (commit + 1));
      line(
          out,
          "committer Upstream <upstream@example.com> " + (START + (long) commit * DAY) + " +0000");
      data(out, "change".getBytes(StandardCharsets.UTF_8));
      int components = commit == 0 ? shape.directories() : shape.touched();
      for (int i = 0; i < components; i++) {
        component(out, commit == 0 ? i : random.nextInt(shape.directories()));
      }
      line(out, "");
      line(out, "reset refs/tags/" + tag(commit));
      line(out, "from :" + (commit + 1));
      line(out, "");
    }
  }

  private void component(OutputStream out, int number) throws IOException {
    for (int file = 0; file < shape.files(); file++) {
      String name = file < NAMES.length ? NAMES[file] : "files/policy-" + file + ".json";
      line(out, "M 100644 inline modules/component-%03d/%s".formatted(number, name));
      int half = shape.bytes() / 2;
      data(out, Words.lines(random, half + random.nextInt(shape.bytes())));
    }
  }

  private static String tag(int commit) {
    return "v%d.%d.0".formatted(commit / 100, commit % 100);
  }

  private static void data(OutputStream out, byte[] bytes) throws IOException {
    line(out, "data " + bytes.length);
    out.write(bytes);
    out.write('\n');
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
