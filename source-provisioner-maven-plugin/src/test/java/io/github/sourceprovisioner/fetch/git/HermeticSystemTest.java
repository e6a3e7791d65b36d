package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;

class HermeticSystemTest {

  @Test
  void gitHearsNothingOfTheUserTheSystemAndTheEnvironment() throws Exception {
    HermeticSystem.install();
    SystemReader reader = SystemReader.getInstance();
    assertThat(reader.getUserConfig().getSections()).isEmpty();
    assertThat(reader.getSystemConfig().getSections()).isEmpty();
    assertThat(reader.getJGitConfig().getSections()).isEmpty();
    assertThat(reader.openUserConfig(null, FS.DETECTED).getFile()).isNull();
    assertThat(reader.getenv("GIT_CONFIG_NOSYSTEM")).isNull();
  }

  @Test
  void installingItTwiceChangesNothing() {
    HermeticSystem.install();
    SystemReader reader = SystemReader.getInstance();
    HermeticSystem.install();
    assertThat(SystemReader.getInstance()).isSameAs(reader);
  }
}
