package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.model.Coordinates;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLocksTest {

  private static final String PLACE = CacheLayout.storeName(VPC);

  private final Path root;
  private final RecordingConsole console = new RecordingConsole();
  private final CacheLocks locks;

  CacheLocksTest(@TempDir Path root) {
    this.root = root;
    this.locks = new CacheLocks(root, true, Patience.DEFAULT, console);
  }

  /** On POSIX a second channel on the lock file, closed, would drop the lock of the first. */
  @Test
  void a_thread_that_looks_does_not_drop_the_lock_of_another_for_other_processes()
      throws Exception {
    String seen =
        locks.exclusively(
            VPC,
            () -> {
              assertThat(otherThread()).isEqualTo("held");
              assertThat(otherThread()).isEqualTo("held");
              return firstLine(LockProbe.start("try", root));
            });

    assertThat(seen).isEqualTo("held");
    assertThat(firstLine(LockProbe.start("try", root))).isEqualTo("free");
  }

  @Test
  void another_class_loader_sees_the_same_gate() throws Exception {
    String seen =
        locks.exclusively(
            VPC,
            () -> {
              assertThat(otherRealm()).isEqualTo("held");
              return firstLine(LockProbe.start("try", root));
            });

    assertThat(seen).isEqualTo("held");
    assertThat(otherRealm()).isEqualTo("free");
  }

  @Test
  void lets_one_thread_in_at_a_time_and_every_thread_in_the_end() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      all.add(
          pool.submit(
              () ->
                  locks.exclusively(
                      VPC,
                      () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        return inside.decrementAndGet();
                      })));
    }
    for (Future<Integer> one : all) {
      assertThat(one.get()).isZero();
    }
    pool.shutdown();
    assertThat(most).hasValue(1);
  }

  @Test
  void a_thread_may_ask_again_for_its_lock_but_for_no_other() throws Exception {
    assertThat(locks.exclusively(VPC, () -> locks.exclusively(VPC, () -> 1))).isEqualTo(1);
    Coordinates other = new Coordinates("org.other", "vpc");
    assertThatThrownBy(() -> locks.exclusively(VPC, () -> locks.exclusively(other, () -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(otherThread()).isEqualTo("free");
  }

  @Test
  void keeps_its_files_for_ever() throws Exception {
    locks.exclusively(VPC, () -> 1);
    List<String> files = lockFiles();
    locks.exclusively(VPC, () -> 1);

    assertThat(lockFiles()).isEqualTo(files).hasSize(2);
  }

  @Test
  void goes_on_where_there_are_no_locks_and_warns_once() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "");
    CacheLocks none = new CacheLocks(file, true, Patience.DEFAULT, console);

    assertThat(none.exclusively(VPC, () -> 1)).isEqualTo(1);
    assertThat(none.ifFree(PLACE, () -> 2)).contains(2);
    assertThat(console.warnings())
        .singleElement()
        .asString()
        .startsWith("no locks in ")
        .endsWith("going on without, which is safe but may fetch things twice");
  }

  @Test
  void never_waits_and_writes_nothing_when_switched_off() throws Exception {
    CacheLocks off = new CacheLocks(root, false, Patience.DEFAULT, console);
    int result =
        locks.exclusively(
            VPC,
            () ->
                new CacheLocks(root, false, Patience.DEFAULT, console)
                    .ifFree(PLACE, () -> 3)
                    .orElse(0));

    assertThat(result).isEqualTo(3);
    assertThat(off.exclusively(VPC, () -> 4)).isEqualTo(4);
  }

  private List<String> lockFiles() {
    return new Fixture(root).files().stream().filter(f -> f.contains("locks")).toList();
  }

  private String otherThread() throws InterruptedException {
    String[] seen = {""};
    Thread thread =
        new Thread(
            () -> {
              try {
                seen[0] = LockProbe.look(root.toString());
              } catch (IOException | InterruptedException e) {
                seen[0] = e.toString();
              }
            });
    thread.start();
    thread.join();
    return seen[0];
  }

  private String otherRealm() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path", "").split(java.io.File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader realm =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> probe = realm.loadClass(LockProbe.class.getName());
      assertThat(probe).isNotSameAs(LockProbe.class);
      return String.valueOf(probe.getMethod("look", String.class).invoke(null, root.toString()));
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private static String firstLine(Process process) throws IOException {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      return String.valueOf(reader.readLine());
    }
  }
}
