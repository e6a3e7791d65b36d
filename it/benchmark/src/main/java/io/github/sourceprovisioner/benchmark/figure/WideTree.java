package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.upstream.Shape;
import io.github.sourceprovisioner.benchmark.upstream.SyntheticRepository;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.util.List;

/** A component of 4,500 files and 40 MB. */
final class WideTree {

  private WideTree() {}

  /** A project in which it is provisioned, so that it is in the cache, too. */
  static Project provisioned(Bench bench, String name) throws IOException, InterruptedException {
    SyntheticRepository.make(bench.repositories().resolve("wide-tree.git"), Shape.WIDE_TREE);
    Project project = bench.project(name);
    String url = bench.fastUrl("wide-tree.git");
    project.manifest(
        "dev.yaml", Manifests.of(url, List.of(new Upstream.Version("modules", "v0.0.0"))));
    project.build().run();
    return project;
  }
}
