package io.github.sourceprovisioner.workdir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two looks at one file are equal until somebody puts another one in its place. */
class FileLookTest {

  private final Path file;

  FileLookTest(@TempDir Path directory) {
    file = directory.resolve("state");
  }

  @Test
  void aFileThatNobodyTouchedLooksTheSame() throws IOException {
    Files.writeString(file, "one");
    FileLook look = FileLook.at(file).orElseThrow();
    assertThat(FileLook.at(file)).contains(look);
    assertThat(FileLook.at(file).orElseThrow()).hasSameHashCodeAs(look);
  }

  @Test
  void aFileThatAnotherOneWasRenamedOverLooksDifferent() throws IOException {
    Files.writeString(file, "one");
    FileLook look = FileLook.at(file).orElseThrow();
    Path draft = Files.writeString(file.resolveSibling("draft"), "two");
    Files.setLastModifiedTime(draft, Files.getLastModifiedTime(file));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(FileLook.at(file)).isPresent().get().isNotEqualTo(look);
  }

  @Test
  void anotherTimeOrLengthIsAnotherLook() throws IOException {
    Files.writeString(file, "one");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    FileLook look = FileLook.at(file).orElseThrow();
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000));
    assertThat(FileLook.at(file)).isPresent().get().isNotEqualTo(look);
    Files.writeString(file, "more");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    assertThat(FileLook.at(file)).isPresent().get().isNotEqualTo(look);
  }

  @Test
  void whatIsNoPlainFileHasNoLook() throws IOException {
    assertThat(FileLook.at(file)).isEmpty();
    assertThat(FileLook.at(file.resolve("below"))).isEmpty();
    assertThat(FileLook.at(file.resolveSibling(""))).isEmpty();
    assertThat(FileLook.at(Files.createSymbolicLink(file, Path.of("/etc/hostname")))).isEmpty();
  }
}
