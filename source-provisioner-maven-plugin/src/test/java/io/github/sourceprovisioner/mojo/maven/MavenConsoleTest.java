package io.github.sourceprovisioner.mojo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenConsoleTest {

  @Test
  void everyLevelIsMavensOwn() {
    RecordingLog log = new RecordingLog();
    MavenConsole console = new MavenConsole(log);

    console.info("a");
    console.warn("b");
    console.debug("c");

    assertThat(log.lines()).containsExactly("info a", "warn b", "debug c");
  }
}
