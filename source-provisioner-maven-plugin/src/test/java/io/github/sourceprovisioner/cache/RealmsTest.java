package io.github.sourceprovisioner.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two plugin realms in one JVM and another process: nobody meets anybody inside the lock. */
class RealmsTest {

  @Test
  void noCountIsLostBetweenTwoRealmsOfTwoThreadsEachAndAnotherProcess(@TempDir Path shared)
      throws Exception {
    Path root = shared.resolve("cache");
    Path count = Files.writeString(shared.resolve("count"), "0");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Process process = LockProbe.start("count", root);
    try (URLClassLoader one = realm();
        URLClassLoader two = realm()) {
      List<Future<Object>> all = new ArrayList<>();
      for (ClassLoader realm : List.of(one, one, two, two)) {
        all.add(threads.submit(() -> countIn(realm, root)));
      }
      for (Future<Object> each : all) {
        each.get();
      }
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(reader.readLine()).isEqualTo("counted");
      }
    } finally {
      threads.shutdown();
      process.destroy();
    }

    assertThat(count).hasContent(String.valueOf(5 * LockProbe.TIMES));
  }

  private static Object countIn(ClassLoader realm, Path root) throws Exception {
    Class<?> probe = realm.loadClass(LockProbe.class.getName());
    assertThat(probe).isNotSameAs(LockProbe.class);
    probe.getMethod("count", String.class).invoke(null, root.toString());
    return root;
  }

  private static URLClassLoader realm() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path", "").split(java.io.File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
