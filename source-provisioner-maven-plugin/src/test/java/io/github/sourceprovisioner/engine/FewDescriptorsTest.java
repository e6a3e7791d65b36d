package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(120)
class FewDescriptorsTest {

  @Test
  void sixtyFourThreadsGetAlongWith192OpenFiles(@TempDir Path shared) throws Exception {
    String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -n 192; exec \"$0\" \"$@\"",
                java,
                "-cp",
                System.getProperty("java.class.path", ""),
                DescriptorProbe.class.getName(),
                shared.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var reader = process.inputReader()) {
      assertThat(reader.readLine()).isEqualTo("0 failures, 65 fetches");
    } finally {
      process.destroyForcibly();
    }
  }
}
