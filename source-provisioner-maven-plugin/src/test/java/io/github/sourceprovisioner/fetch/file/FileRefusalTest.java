package io.github.sourceprovisioner.fetch.file;

import static io.github.sourceprovisioner.fetch.file.Unused.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file source cannot be is refused with advice. */
class FileRefusalTest {

  private Path root;
  private Path source;
  private final FileFetcher fetcher = new FileFetcher();

  @BeforeEach
  void create(@TempDir Path directory) throws Exception {
    root = directory.toRealPath();
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

  private <T extends ProvisioningException> T failure(
      Class<T> type, Path directory, String subdir) {
    return catchThrowableOfType(
        type, () -> fetcher.resolve(location(directory, subdir), new Unused()));
  }
}
