package io.github.sourceprovisioner.web.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.web.WebContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

  @Test
  void severalAreDownloadedAtATimeAndNoMore(@TempDir Path directory) throws Exception {
    CyclicBarrier three = new CyclicBarrier(3);
    AtomicInteger running = new AtomicInteger();
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    Downloads.Source source =
        object -> {
          seen.add(running.incrementAndGet());
          await(three);
          running.decrementAndGet();
          return content(object);
        };

    new Downloads(3).write(files(9), directory, new WebContext(), context -> source);
    assertThat(seen).allMatch(count -> count <= 3).contains(3);
    try (var written = Files.list(directory)) {
      assertThat(written).hasSize(9);
    }
  }

  @Test
  void whatThreadsReportIsHeardFromTheOneThatWaits(@TempDir Path directory) throws Exception {
    Set<Thread> heard = ConcurrentHashMap.newKeySet();
    AtomicInteger requests = new AtomicInteger();
    WebContext context =
        new WebContext() {
          @Override
          public void requested(String resource) {
            heard.add(Thread.currentThread());
            requests.incrementAndGet();
          }
        };

    new Downloads(3)
        .write(
            files(9),
            directory,
            context,
            relay ->
                object -> {
                  relay.transfers().requested(object.key());
                  return content(object);
                });
    assertThat(heard).containsExactly(Thread.currentThread());
    assertThat(requests).hasValue(9);
  }

  @Test
  void theFirstFailureEndsAll(@TempDir Path directory) {
    AtomicInteger asked = new AtomicInteger();
    Downloads.Source source =
        object -> {
          if (asked.incrementAndGet() == 1) {
            throw new IOException("broken");
          }
          new CountDownLatch(1).await();
          return content(object);
        };

    assertThatThrownBy(
            () -> new Downloads(2).write(files(50), directory, new WebContext(), context -> source))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
    assertThat(asked).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void whoeverIsToldToStopLeavesNobodyBehind(@TempDir Path directory) {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Thread caller = Thread.currentThread();
    Downloads.Source source =
        object -> {
          threads.add(Thread.currentThread());
          caller.interrupt();
          new CountDownLatch(1).await();
          return content(object);
        };

    assertThatThrownBy(
            () -> new Downloads(1).write(files(5), directory, new WebContext(), context -> source))
        .isInstanceOf(InterruptedException.class);
    assertThat(threads).isNotEmpty().noneMatch(thread -> isWaiting(thread));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aFileThatIsThereIsNotOverwritten(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("f0"), "mine");

    assertThatThrownBy(
            () ->
                new Downloads(1)
                    .write(
                        files(1), directory, new WebContext(), context -> DownloadsTest::content))
        .isInstanceOf(IOException.class);
    assertThat(directory.resolve("f0")).hasContent("mine");
  }

  @Test
  void keysThatCannotBothBeFilesAreRefused() {
    assertClash("a", "a/b");
    assertClash("A/b", "a/B");
    assertClash("a", "A/x");
  }

  @Test
  void whatIsFarTooMuchIsRefusedBeforeItComes() {
    Listing bomb = new Listing("p/", List.of(new StoredObject("p/a", Integer.MAX_VALUE + 2L, "v")));

    assertThatThrownBy(() -> ObjectTree.of(bomb, ""))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessage("too much below the prefix: 1 objects with 2147483649 bytes")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("name a subdirectory of the source (//path) that holds only what is needed");
  }

  private static void assertClash(String one, String other) {
    Listing listing =
        new Listing("", List.of(new StoredObject(one, 1, "v"), new StoredObject(other, 1, "v")));
    assertThatThrownBy(() -> ObjectTree.of(listing, ""))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageStartingWith("two objects that cannot both be files: ")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("rename one of them: one key is the start of the other, or differs in case");
  }

  private static boolean isWaiting(Thread thread) {
    return thread.isAlive() && thread.getState() == Thread.State.WAITING;
  }

  private static void await(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await();
    } catch (java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ByteArrayInputStream content(StoredObject object) {
    return new ByteArrayInputStream(object.key().getBytes(StandardCharsets.UTF_8));
  }

  private static SortedMap<String, StoredObject> files(int count) {
    SortedMap<String, StoredObject> files = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String key = "f" + i;
      files.put(key, new StoredObject(key, key.length(), "v"));
    }
    return files;
  }
}
