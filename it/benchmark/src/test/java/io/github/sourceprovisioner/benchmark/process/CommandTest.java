package io.github.sourceprovisioner.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build runs these tests with {@code CI} set, as build servers do. */
class CommandTest {

  @Test
  void aBuildServerIsNotNoticed(@TempDir Path directory) throws Exception {
    assertThat(System.getenv()).containsKey("CI");

    assertThat(new Command(directory, "env").lines()).noneMatch(line -> line.startsWith("CI="));
  }

  @Test
  void twoCommandsTakeTheirTimeTogether(@TempDir Path log) {
    Ran both = new Ran(1.5, 40, log.resolve("one")).then(new Ran(0.5, 30, log.resolve("two")));

    assertThat(both).isEqualTo(new Ran(2, 40, log.resolve("two")));
  }
}
