package io.github.sourceprovisioner.fetch.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
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
  void aMissingDirectoryFailsWithItsNeighbors() {
    ProvisioningException failure = failure(SourceNotFound.class, root.resolve("my modlues"), "");
    assertThat(failure).hasMessage("no such directory: " + root.resolve("my modlues"));
    assertThat(failure.advice()).containsExactly("pick one of my modules");
  }

  @Test
  void aMissingSubdirectoryFailsWithItsNeighbors() {
    ProvisioningException failure = failure(SourceNotFound.class, source, "vcp");
    assertThat(failure).hasMessage("no such directory: " + source.resolve("vcp"));
    assertThat(failure.advice()).containsExactly("pick one of vpc");
  }

  @Test
  void aPathFarFromAnythingFailsWithAdvice() {
    ProvisioningException failure = failure(SourceNotFound.class, root.resolve("a/b/c"), "");
    assertThat(failure.advice())
        .containsExactly("check the path: it starts at the manifest that names it");
  }

  @Test
  void anArchiveIsNotSupportedYet() throws Exception {
    Path archive = Files.writeString(root.resolve("a.zip"), "PK");
    ProvisioningException failure = failure(UnknownSource.class, archive, "");
    assertThat(failure).hasMessage("archives are not supported yet by this version: " + archive);
    assertThat(failure.advice()).containsExactly("unpack it, and name the directory");
  }

  @Test
  void aSubdirectoryThroughALinkIsRefused() throws Exception {
    Files.createSymbolicLink(source.resolve("link"), root);
    ProvisioningException failure = failure(InvalidStack.class, source, "link");
    assertThat(failure).hasMessage("the subdirectory leads to a symbolic link: link");
    assertThat(failure.advice()).containsExactly("name the directory that the link points at");
  }

  @Test
  void aSubdirectoryOutOfTheRootIsRefused() {
    ProvisioningException failure = failure(InvalidStack.class, source, "vpc/../..");
    assertThat(failure).hasMessage("the subdirectory vpc/../.. is not a plain path");
    assertThat(failure.advice()).containsExactly("write it without empty segments, . and ..");
  }

  @Test
  void aSocketIsRefused() throws Exception {
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(source.resolve("s")));
      ProvisioningException failure = failure(IntegrityMismatch.class, source, "");
      assertThat(failure).hasMessage("neither a file, a directory nor a link: s");
      assertThat(failure.advice()).containsExactly("remove it from the directory");
    }
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

  private <T extends ProvisioningException> T failure(
      Class<T> type, Path directory, String subdir) {
    return catchThrowableOfType(
        type, () -> fetcher.resolve(location(directory, subdir), new Unused()));
  }

  private static SourceLocation location(Path directory, String subdir) {
    return new SourceLocation(
        "file",
        "file://" + directory,
        Optional.empty(),
        subdir,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        new Coordinates("file", "modules"));
  }

  /** A directory needs nothing of what a context offers. */
  private static final class Unused implements FetchContext {

    @Override
    public Path store() {
      throw new AssertionError("not needed");
    }

    @Override
    public Optional<Credential> credential() {
      throw new AssertionError("not needed");
    }

    @Override
    public TransferListener transfers() {
      throw new AssertionError("not needed");
    }

    @Override
    public Duration timeout() {
      throw new AssertionError("not needed");
    }

    @Override
    public boolean insecureAllowed() {
      throw new AssertionError("not needed");
    }
  }
}
