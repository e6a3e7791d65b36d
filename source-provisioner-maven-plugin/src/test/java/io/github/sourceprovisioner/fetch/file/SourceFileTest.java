package io.github.sourceprovisioner.fetch.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {

  private Path root;
  private Path file;
  private final FileFetcher fetcher = new FileFetcher();

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    root = directory.toRealPath();
    file = Files.writeString(root.resolve("a b.zip"), "packed");
  }

  private static SourceLocation location(Path path, String archive, String checksum) {
    return new SourceLocation(
        "file",
        path.toUri().toString(),
        Optional.empty(),
        "",
        Optional.of(archive).filter(a -> !a.isEmpty()),
        Optional.of(checksum).filter(c -> !c.isEmpty()),
        new TreeMap<>(),
        new Coordinates("file", "a"));
  }

  private Payload fetch(SourceLocation location, Revision revision)
      throws IOException, InterruptedException {
    Path staging = Files.createTempDirectory(root, "staging");
    return fetcher.fetch(location, revision, staging, new Unused());
  }

  private Revision resolve(SourceLocation location) throws IOException, InterruptedException {
    return fetcher.resolve(location, new Unused());
  }

  private <T extends ProvisioningException> T failure(Class<T> type, SourceLocation location) {
    return catchThrowableOfType(type, () -> resolve(location));
  }

  @Test
  void anArchiveIsHandedOverPackedAsACopy() throws Exception {
    SourceLocation location = location(file, "zip", "");
    Revision revision = resolve(location);
    assertThat(revision)
        .isEqualTo(
            new Revision(Checksums.sha256(file), Revision.Stability.LOCAL, Optional.empty()));
    ArchiveFile packed = ((Payload.Archives) fetch(location, revision)).files().get(0);
    assertThat(packed.name()).isEqualTo("a b.zip");
    assertThat(packed.format()).contains("zip");
    assertThat(packed.path()).hasContent("packed").isNotEqualTo(file);
  }

  @Test
  void aFileThatIsNotUnpackedIsATreeOfOne() throws Exception {
    SourceLocation location = location(file, "", "");
    Path tree = ((Payload.Directory) fetch(location, resolve(location))).root();
    assertThat(tree.resolve("a b.zip")).hasContent("packed");
  }

  @Test
  void aDirectoryMayHaveTheNameOfAnArchive() throws Exception {
    Path directory = Files.createDirectory(root.resolve("d.tgz"));
    Files.writeString(directory.resolve("main.tf"), "main");
    SourceLocation location = location(directory, "tgz", "");
    assertThat(fetch(location, resolve(location))).isInstanceOf(Payload.Directory.class);
  }

  @Test
  void aChangedFileIsAnotherRevision() throws Exception {
    SourceLocation location = location(file, "zip", "");
    Revision before = resolve(location);
    Files.writeString(file, "changed");
    assertThat(resolve(location)).isNotEqualTo(before);
    TransferFailed failure =
        catchThrowableOfType(TransferFailed.class, () -> fetch(location, before));
    assertThat(failure).hasMessage("the file has changed while it was read");
    assertThat(failure.advice()).containsExactly("wait until nothing writes to it, and try again");
  }

  @Test
  void aChecksumIsVerified() throws Exception {
    String sum = Checksums.sha256(file);
    assertThat(resolve(location(file, "zip", "sha256:" + sum)).id()).isEqualTo(sum);
    Files.writeString(root.resolve("sums"), sum + "  a b.zip\n");
    String sums = "file:" + root.resolve("sums").toUri();
    assertThat(resolve(location(file, "zip", sums)).id()).isEqualTo(sum);
    Files.writeString(file, "changed");
    IntegrityMismatch failure = failure(IntegrityMismatch.class, location(file, "zip", sums));
    assertThat(failure)
        .hasMessage("the file has the checksum " + Checksums.sha256(file) + " instead of " + sum);
    assertThat(failure.advice())
        .containsExactly("find out who changed it, or change the parameter 'checksum'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "md5:00|a checksum of md5 protects against nothing any more",
        "file:file:///none|no such checksum file: /none",
        "file:https://h/s|a checksum file on a host for a file of this machine"
      })
  void aChecksumThatIsNoneIsRefused(String checksum, String message) {
    Map<String, Class<? extends ProvisioningException>> kinds =
        Map.of("m", InvalidStack.class, "f", SourceNotFound.class, "h", UnknownSource.class);
    String kind = checksum.contains("https") ? "h" : checksum.substring(0, 1);
    ProvisioningException failure =
        failure(kinds.getOrDefault(kind, InvalidStack.class), location(file, "zip", checksum));
    assertThat(failure).hasMessage(message);
    assertThat(failure.advice()).isNotEmpty();
  }

  @Test
  void anArchiveThatIsNotThereIsNamed() {
    SourceNotFound failure =
        failure(SourceNotFound.class, location(root.resolve("x.zip"), "zip", ""));
    assertThat(failure).hasMessage("no such archive: " + root.resolve("x.zip"));
    assertThat(failure.advice())
        .containsExactly("check the path: it starts at the manifest that names it");
  }

  @Test
  void aChecksumOfADirectoryIsRefused() {
    InvalidStack failure = failure(InvalidStack.class, location(root, "", "sha256:00"));
    assertThat(failure).hasMessage("a checksum for a directory");
    assertThat(failure.advice())
        .containsExactly(
            "remove the parameter 'checksum'; the lock file keeps the digest of the tree");
  }
}
