package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.link.Host;
import io.github.sourceprovisioner.benchmark.link.SlowLink;
import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Results;
import io.github.sourceprovisioner.benchmark.process.Rounds;
import io.github.sourceprovisioner.benchmark.process.Trees;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What figures are measured with.
 *
 * @param upstream the repository that sources come from
 * @param host serves it, and whatever lies beside it
 * @param link the slow way to the server
 * @param maven how the plugin is run
 * @param rounds how many runs count
 * @param scratch where everything is written; repositories that were made up stay there
 */
public record Bench(
    Upstream upstream, Host host, SlowLink link, Installation maven, int rounds, Path scratch) {

  /** The repository over the slow line. */
  String slowUrl() {
    return "http://127.0.0.1:" + link.port() + "/" + upstream.name();
  }

  /** A repository beside the one that is measured, without the slow line. */
  String fastUrl(String name) {
    return "http://127.0.0.1:" + host.port() + "/" + name;
  }

  /** An archive, over the slow line. */
  String archiveUrl(Path archive) {
    return "http://127.0.0.1:%d/%s/%s".formatted(link.port(), Host.ARCHIVES, archive.getFileName());
  }

  /** The directory of the archives. */
  Path archives() {
    return repositories().resolve(Host.ARCHIVES);
  }

  /** The directory of the repositories. */
  Path repositories() {
    return upstream.repository().toAbsolutePath().resolveSibling("");
  }

  /** An empty project of Maven. */
  Project project(String name) throws IOException {
    Path directory = scratch.resolve("projects").resolve(name);
    Trees.delete(directory);
    return Project.make(directory, maven);
  }

  Results run(int warmUps, Contestant... contestants) throws IOException, InterruptedException {
    return new Rounds(rounds, host, link).run(warmUps, List.of(contestants));
  }
}
