package io.github.sourceprovisioner.workdir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModesTest {

  private final Path project;
  private final Bench bench;

  ModesTest(@TempDir Path project) {
    this.project = project;
    bench = new Bench(project);
  }

  @ParameterizedTest
  @CsvSource({
    "000, rwxr-xr-x, rw-r--r--",
    "027, rwxr-x---, rw-r-----",
    "077, rwx------, rw-------",
  })
  @DisabledOnOs(OS.WINDOWS)
  void neverGivesMoreThanTheUmaskAllowsNorLetsOthersWrite(
      String umask, String executable, String plain) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    String command = "umask " + umask + "; exec \"$0\" \"$@\"";
    Process process =
        new ProcessBuilder(
                "sh", "-c", command, java, "-cp", classes, UmaskProbe.class.getName(), "" + project)
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();

    assertThat(mode("d/a.tf")).isEqualTo(plain);
    for (String path : List.of("x.sh", "d", ".", "..", "../..")) {
      assertThat(mode(path)).as(path).isEqualTo(executable);
    }
  }

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(bench.workdir.resolve(path)));
  }
}
