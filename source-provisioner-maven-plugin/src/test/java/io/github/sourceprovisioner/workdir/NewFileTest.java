package io.github.sourceprovisioner.workdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.model.TreeEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written once, and what is remembered of it. */
class NewFileTest {

  private static final byte[] TEXT = "hello".getBytes(StandardCharsets.UTF_8);
  private static final String DIGEST =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  private final Path file;

  NewFileTest(@TempDir Path directory) {
    file = directory.resolve("main.tf");
  }

  @Test
  void theDigestIsTakenWhereNobodyHasProvenIt() throws IOException {
    OwnedFile owned = fresh(Optional.empty()).write(TEXT);
    assertThat(owned.sha256()).isEqualTo(DIGEST);
    assertThat(owned.size()).isEqualTo(5);
    assertThat(owned.modified()).isEqualTo(Files.getLastModifiedTime(file).toInstant());
    assertThat(file).hasContent("hello");
  }

  @Test
  void whatTheReaderHasProvenIsNotDigestedAgain() throws IOException {
    assertThat(fresh(Optional.of("proven")).write(TEXT).sha256()).isEqualTo("proven");
  }

  @Test
  void whatFollowsTheFirstBytesIsWrittenAndDigestedToo() throws IOException {
    OwnedFile owned =
        fresh(Optional.empty())
            .write("hel".getBytes(StandardCharsets.UTF_8), new ByteArrayInputStream(TEXT, 3, 2));
    assertThat(owned.sha256()).isEqualTo(DIGEST);
    assertThat(file).hasContent("hello");
  }

  @Test
  void whatIsThereIsNeverOverwritten() throws IOException {
    Files.writeString(file, "mine");
    assertThatThrownBy(() -> fresh(Optional.empty()).write(TEXT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }

  private NewFile fresh(Optional<String> proven) {
    TreeEntry entry = new TreeEntry("main.tf", TreeEntry.Type.FILE, TEXT.length);
    return new NewFile(entry, file, proven);
  }
}
