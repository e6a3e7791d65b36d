package io.github.sourceprovisioner.workdir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkdirLocksTest {

  private final Path project;

  WorkdirLocksTest(@TempDir Path project) {
    this.project = project;
  }

  @Test
  void anotherProcessStaysOutEvenAfterAnotherThreadTried() throws Exception {
    WorkdirLocks locks = new WorkdirLocks(project.resolve("locks"), new Bench(project));
    WorkdirLocks sameDirectory = new WorkdirLocks(project.resolve("locks"), new Bench(project));
    try (WorkdirLocks.Hold hold = locks.take("ab")) {
      assertThat(hold.exclusive()).isTrue();
      assertThat(sameDirectory.tryTake("ab")).isEmpty();
      assertThat(probe("ab")).isEqualTo(7);
      assertThat(probe("cd")).isZero();
    }
    assertThat(probe("ab")).isZero();
    assertThat(project.resolve("locks/ab.lock")).exists();
  }

  private int probe(String stripe) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockProbe.class.getName(),
                project.resolve("locks").toString(),
                stripe)
            .inheritIO()
            .start();
    return process.waitFor();
  }

  @Test
  void ofManyThreadsOneProvisionsAndTheOthersFindItDone() throws Exception {
    MemoryTree tree = MemoryTree.of("main.tf", "1", "a/b.tf", "2");
    List<Callable<Action>> work = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      work.add(() -> new Bench(project).provision("r1", tree));
    }

    assertThat(run(work)).hasSize(16).containsOnlyOnce(Action.CREATED).contains(Action.UNCHANGED);

    assertThat(Bench.snapshot(new Bench(project).workdir)).isEqualTo(tree.files());
  }

  @Test
  void differentComponentsAreProvisionedAtTheSameTime() throws Exception {
    MemoryTree tree = MemoryTree.of("main.tf", "1", "a/b.tf", "2");
    Workdirs workdirs = new Bench(project).workdirs();
    List<Callable<Action>> work = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      ComponentId id = new ComponentId("terraform", "dev", "c" + i);
      work.add(
          () -> {
            workdirs.recover();
            return workdirs.materialise(id, Bench.fingerprint("r1"), tree, Bench.GENTLE);
          });
    }

    assertThat(run(work)).hasSize(32).containsOnly(Action.CREATED);

    assertThat(workdirs.known()).hasSize(32);
    for (ComponentId id : workdirs.known()) {
      assertThat(Bench.snapshot(workdirs.pathOf(id))).isEqualTo(tree.files());
    }
  }

  @Test
  void aCopyThatAnotherThreadIsMakingIsNotSweptAway() throws Exception {
    Bench bench = new Bench(project);
    Workdirs watched =
        bench.stoppingAt(
            step -> {
              if (step == Step.STAGED) {
                bench.workdirs().recover();
              }
            });

    watched.materialise(
        Bench.VPC, Bench.fingerprint("r1"), MemoryTree.of("main.tf", "1"), Bench.GENTLE);

    assertThat(Files.readString(bench.workdir.resolve("main.tf"))).isEqualTo("1");
  }

  private static List<Action> run(List<Callable<Action>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Action> actions = new ArrayList<>();
      for (Future<Action> future : pool.invokeAll(work)) {
        actions.add(future.get());
      }
      return actions;
    } finally {
      pool.shutdownNow();
    }
  }
}
