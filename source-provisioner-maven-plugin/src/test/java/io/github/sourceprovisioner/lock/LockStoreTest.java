package io.github.sourceprovisioner.lock;

import static io.github.sourceprovisioner.lock.Locations.COMMIT;
import static io.github.sourceprovisioner.lock.Locations.VPC;
import static io.github.sourceprovisioner.lock.Locations.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockStoreTest {

  private static final LockFile FILE = LockFile.of(List.of(entry(VPC, COMMIT)));
  private static final String KEEP_AWAY =
      "put a plain file in its place, or name another one with -Dsource.lockFile=…";

  private Path directory = Path.of("");
  private Path path = Path.of("");
  private LockStore store = new LockStore(path, "");

  @BeforeEach
  void inADirectory(@TempDir Path temporary) {
    directory = temporary;
    path = temporary.resolve("source.lock.yaml");
    store = new LockStore(path, "source.lock.yaml");
  }

  @Test
  void whatIsWrittenIsReadAndNothingElseIsLeft() throws IOException {
    assertThat(store.exists()).isFalse();
    assertThat(store.read().entries()).isEmpty();

    store.write(FILE);

    assertThat(store.read().entries()).containsExactlyElementsOf(FILE.entries());
    assertThat(listing()).containsExactly("source.lock.yaml");
  }

  @Test
  void theFileHasTheRightsOfEveryOtherNewFile() throws IOException {
    store.write(FILE);

    Path other = Files.writeString(directory.resolve("other"), "");
    assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void draftsOfRunsThatDiedAreSweptAndThoseOfLiveOnesStay() throws IOException {
    Path dead = Files.writeString(directory.resolve(".source.lock.yaml.1.draft"), "half");
    Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    Files.writeString(directory.resolve(".source.lock.yaml.2.draft"), "half");

    store.write(FILE);

    assertThat(listing()).containsExactly(".source.lock.yaml.2.draft", "source.lock.yaml");
  }

  @Test
  void aLinkInItsPlaceIsNeitherReadNorReplaced() throws IOException {
    Path elsewhere = Files.writeString(directory.resolve("precious"), "precious");
    Files.createSymbolicLink(path, elsewhere);

    refused("a link", store::read);
    refused("a link", () -> store.write(FILE));
    assertThat(elsewhere).hasContent("precious");
    assertThat(path).isSymbolicLink();
  }

  @Test
  void aDirectoryInItsPlaceIsRefused() throws IOException {
    Files.createDirectory(path);

    refused("a directory", store::read);
    refused("a directory", () -> store.write(FILE));
  }

  @Test
  void aPipeInItsPlaceIsRefusedWithoutWaiting() throws IOException, InterruptedException {
    new ProcessBuilder("mkfifo", path.toString()).start().waitFor();

    refused("no file", store::read);
    refused("no file", () -> store.write(FILE));
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Files.writeString(path, "#".repeat((10 << 20) + 1));

    Refusal.of(InvalidStack.class, store::read).mentions("larger than 10 MB");
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Files.write(path, "lockVersion: \"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));

    Refusal.of(InvalidStack.class, store::read)
        .mentions("not text in UTF-8")
        .advises("restore it from version control, or delete it");
  }

  @Test
  void aDiskThatRefusesLeavesTheOldFile() throws IOException {
    LockStore inAFile =
        new LockStore(
            Files.writeString(directory.resolve("plain"), "").resolve("source.lock.yaml"), "lock");

    Refusal.of(CacheUnusable.class, () -> inAFile.write(FILE))
        .mentions("the lock file lock cannot be")
        .advises(
            "check the disk, and the rights on the file and its directory",
            "run with -Dsource.lock=frozen, which never writes it");
  }

  private static void refused(String kind, Runnable work) {
    Refusal.of(InvalidStack.class, work::run)
        .says("the lock file is " + kind + ", and only a plain file is read or replaced")
        .advises(KEEP_AWAY);
  }

  private List<String> listing() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
