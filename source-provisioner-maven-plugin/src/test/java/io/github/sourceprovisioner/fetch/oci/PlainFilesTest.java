package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.archive.TreeGuard;
import io.github.sourceprovisioner.archive.Unpacker;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a/../../x", "/etc/x", "C:\\x", "a\\..\\x", ".git/config", "a\nb"})
  void aTitleThatLeadsOutIsRefusedByWhoeverUnpacks(String title, @TempDir Path directory)
      throws Exception {
    PlainFiles files = new PlainFiles(directory.resolve("files.zip"));
    files.add(title, Files.writeString(directory.resolve("blob"), "x"));
    var packed = files.pack().orElseThrow();
    assertThat(
            catchThrowableOfType(
                IntegrityMismatch.class,
                () -> {
                  try (var tree = Unpacker.standard().unpack(List.of(packed), "", directory)) {
                    TreeGuard.check(tree);
                  }
                }))
        .isNotNull();
  }

  @Test
  void twoFilesOfOneNameAndNamesOfDirectoriesAreRefused(@TempDir Path directory) {
    PlainFiles files = new PlainFiles(directory.resolve("files.zip"));
    files.add("a", directory.resolve("blob"));
    for (String title : new String[] {"a", "b/", "c".repeat(70_000)}) {
      IntegrityMismatch failure =
          catchThrowableOfType(
              IntegrityMismatch.class, () -> files.add(title, directory.resolve("blob")));
      assertThat(failure)
          .hasMessage("two layers have the same title, or one that is no name of a file");
      assertThat(failure.advice())
          .containsExactly("push every file of the artifact once, under its own name");
    }
  }

  @Test
  void noFilesMakeNoArchive(@TempDir Path directory) throws Exception {
    assertThat(new PlainFiles(directory.resolve("files.zip")).pack()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }
}
