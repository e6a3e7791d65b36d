package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTest {

  private final AtomicReference<Throwable> thrown = new AtomicReference<>();
  private final AtomicReference<Long> stagedAtTheEnd = new AtomicReference<>();
  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.stack("a", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("b", component("vpc", "{uri: 'fake::acme/other', version: main}"));
  }

  private void run() {
    try {
      project.run(CREATE);
    } catch (Throwable e) {
      thrown.set(e);
    }
    try {
      stagedAtTheEnd.set((long) Listing.files(project.cache(), "main.tf").size());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void interruptWhile(FakeFetcher.Behavior blocked) throws Exception {
    CountDownLatch busy = new CountDownLatch(2);
    Thread goal = new Thread(this::run);
    project.host.onFetch(
        (call, context) -> {
          busy.countDown();
          try {
            blocked.run(call, context);
          } finally {
            // Whoever cleans up slowly has to be waited for: the goal waits now, or it is gone.
            while (goal.getState() != Thread.State.TIMED_WAITING && goal.isAlive()) {
              Thread.onSpinWait();
            }
          }
        });
    goal.start();
    busy.await();
    goal.interrupt();
    goal.join();
  }

  @Test
  void anInterruptStopsTheFetchesAndNothingStagedIsLeft() throws Exception {
    interruptWhile((call, context) -> new CountDownLatch(1).await());

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(stagedAtTheEnd.get()).isZero();
    assertThat(Listing.files(project.cache(), ".zip")).isEmpty();
    assertThat(project.workdir("a", "vpc")).doesNotExist();
  }

  @Test
  void aTransferThatAnInterruptCutIsNotTriedAgain() throws Exception {
    interruptWhile(
        (call, context) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cut");
          }
        });

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(project.console.warnings()).isEmpty();
    assertThat(project.host.calls).hasSize(4);
    assertThat(stagedAtTheEnd.get()).isZero();
  }

  @Test
  void theNextRunSimplyWorks() throws Exception {
    interruptWhile((call, context) -> new CountDownLatch(1).await());
    project.host.onFetch((call, context) -> {});

    assertThat(project.actions(CREATE)).containsExactly("a/vpc created", "b/vpc created");
  }
}
