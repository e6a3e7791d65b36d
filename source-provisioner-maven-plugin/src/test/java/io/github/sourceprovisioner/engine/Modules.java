package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Modules of one build that run at once: each has its own engine, and they share the cache. */
final class Modules {

  final List<TestProject> all = new ArrayList<>();
  private final boolean locks;

  /** So many projects below a directory, without stacks. */
  Modules(Path root, int number, boolean locks) throws IOException {
    this.locks = locks;
    for (int i = 0; i < number; i++) {
      all.add(new TestProject(root.resolve("m" + i), root.resolve("cache")));
    }
  }

  /** Runs all at once and returns the runs. */
  List<Run> create() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      List<Future<Run>> running = new ArrayList<>();
      for (TestProject project : all) {
        running.add(
            threads.submit(() -> project.engine(locks).provisioning(CREATE).run(Selection.ALL)));
      }
      List<Run> runs = new ArrayList<>();
      for (Future<Run> run : running) {
        runs.add(run.get());
      }
      return runs;
    } finally {
      threads.shutdownNow();
    }
  }

  /** How often a host was asked for something that starts so. */
  long calls(String start) {
    return all.stream()
        .flatMap(project -> project.host.calls.stream())
        .filter(call -> call.startsWith(start))
        .count();
  }
}
