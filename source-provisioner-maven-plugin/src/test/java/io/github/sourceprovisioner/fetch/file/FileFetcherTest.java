package io.github.sourceprovisioner.fetch.file;

import static io.github.sourceprovisioner.fetch.file.Unused.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFetcherTest {

  private Path root;
  private Path staging;
  private Path source;
  private final FileFetcher fetcher = new FileFetcher();

  @BeforeEach
  void create(@TempDir Path directory, @TempDir Path target) throws Exception {
    root = directory.toRealPath();
    staging = target;
    source = Files.createDirectories(root.resolve("my modules"));
    Files.createDirectories(source.resolve("vpc/empty"));
    Files.writeString(source.resolve("vpc/main.tf"), "one");
  }

  @Test
  void theRevisionIsTheDigestOfTheContentAlone() throws Exception {
    Revision before = resolve("");
    Files.createDirectories(source.resolve(".git"));
    Files.writeString(source.resolve(".git/HEAD"), "x");
    Files.writeString(source.resolve("vpc/.git"), "gitdir: elsewhere");
    assertThat(before.id()).matches("[0-9a-f]{64}");
    assertThat(before.stability()).isEqualTo(Stability.LOCAL);
    assertThat(resolve("")).isEqualTo(before);
    Files.writeString(source.resolve("vpc/main.tf"), "two");
    assertThat(resolve("").id()).isNotEqualTo(before.id());
  }

  @Test
  void aDirectoryIsCopiedWithItsLinksAndModes() throws Exception {
    Path run = Files.writeString(source.resolve("run.sh"), "#!");
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.createSymbolicLink(source.resolve("link"), Path.of("vpc/main.tf"));
    Files.createSymbolicLink(source.resolve("dangling"), Path.of("nowhere"));
    Files.createDirectories(source.resolve("target/classes"));
    Files.writeString(source.resolve("target/classes/a"), "kept");
    Payload payload = fetch("", resolve(""));
    assertThat(payload).isEqualTo(new Payload.Directory(staging, java.util.List.of()));
    assertThat(staging.resolve("vpc/main.tf")).hasContent("one");
    assertThat(staging.resolve("vpc/empty")).doesNotExist();
    assertThat(Files.isExecutable(staging.resolve("run.sh"))).isTrue();
    assertThat(Files.readSymbolicLink(staging.resolve("link"))).hasToString("vpc/main.tf");
    assertThat(Files.exists(staging.resolve("dangling"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(staging.resolve("target/classes/a")).hasContent("kept");
  }

  @Test
  void aSubdirectoryIsTheRootOfTheCopy() throws Exception {
    fetch("vpc", resolve("vpc"));
    assertThat(staging.resolve("main.tf")).hasContent("one");
  }

  @Test
  void aDirectoryThatChangesMeanwhileIsWorthAnotherAttempt() throws Exception {
    Revision before = resolve("");
    Files.writeString(source.resolve("vpc/main.tf"), "two");
    ProvisioningException failure =
        catchThrowableOfType(TransferFailed.class, () -> fetch("", before));
    assertThat(failure).hasMessage("the directory has changed while it was read");
    assertThat(failure.advice()).containsExactly("wait until nothing writes to it, and try again");
  }

  @Test
  void anInterruptedThreadStops() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> resolve("")).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void everyDirectoryIsLocal() {
    assertThat(fetcher.local(location(source, ""))).isTrue();
    assertThat(fetcher.schemes()).containsExactly("file");
  }

  private Revision resolve(String subdir) throws IOException, InterruptedException {
    return fetcher.resolve(location(source, subdir), new Unused());
  }

  private Payload fetch(String subdir, Revision revision) throws IOException, InterruptedException {
    return fetcher.fetch(location(source, subdir), revision, staging, new Unused());
  }
}
