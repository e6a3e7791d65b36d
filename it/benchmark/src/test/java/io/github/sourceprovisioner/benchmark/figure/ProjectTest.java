package io.github.sourceprovisioner.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

  @Test
  void aColdRunFindsNoLockFile(@TempDir Path directory) throws Exception {
    Installation maven = new Installation("mvn", directory, "1", directory.resolve("settings.xml"));
    Project project = Project.make(directory.resolve("project"), maven);
    Files.writeString(project.lockFile(), "lockVersion: \"1\"\n");

    project.clean();
    assertThat(project.lockFile()).exists();

    project.forget();
    assertThat(project.lockFile()).doesNotExist();
    assertThat(project.directory().resolve("pom.xml")).exists();
  }
}
