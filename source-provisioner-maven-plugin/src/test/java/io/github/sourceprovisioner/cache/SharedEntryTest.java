package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repository gives is believed only as far as it can be proven. */
class SharedEntryTest {

  private static final String ADVICE =
      "delete that version from the repository, and run source:publish again";

  private final SharedEntry entry = SharedEntry.of(location(), COMMIT);
  private Fixture fixture;
  private SharedContent content;
  private Path marker;
  private Path lines;
  private Path zip;

  @BeforeEach
  void publish(@TempDir Path temporary) throws IOException {
    fixture = new Fixture(temporary.resolve("cache"));
    fixture.cache.commit(location(), COMMIT, MemoryTree.sample());
    content = entry.content(fixture.root).orElseThrow();
    marker = Files.copy(content.marker(), temporary.resolve("marker"));
    lines = Files.copy(content.lines(), temporary.resolve("lines"));
    zip = Files.copy(content.zip(), temporary.resolve("zip"));
  }

  @Test
  void whatIsSoundIsTheTreeAgain() throws IOException {
    SharedPromise promise = entry.promise(marker);

    assertThat(promise).isEqualTo(content.promise());
    try (SourceTree tree = entry.open(promise, lines, zip)) {
      assertThat(MemoryTree.read(tree))
          .isEqualTo(MemoryTree.read(MemoryTree.sample()))
          .containsEntry("l latest", "sub");
    }
  }

  @Test
  void aMarkerThatLostABitIsNone() throws IOException {
    flip(marker, 20);

    refuses(() -> entry.promise(marker), ":properties:", "no marker, or damaged");
  }

  @Test
  void aMarkerOfAnotherEntryIsNotBelieved() {
    SharedEntry other = SharedEntry.of(location(VPC, "sub", Optional.empty()), COMMIT);

    refuses(() -> other.promise(marker), ":properties:sub:", "the marker of another snapshot");
  }

  @Test
  void aMarkerThatNamesAPathOutsideIsOfAnotherEntry() throws IOException {
    Revision outside = new Revision("../../../etc", Stability.FIXED, Optional.empty());
    fixture.cache.commit(location(), outside, MemoryTree.sample());
    Path evil = SharedEntry.of(location(), outside).content(fixture.root).orElseThrow().marker();

    refuses(() -> entry.promise(evil), ":properties:", "the marker of another snapshot");
  }

  @Test
  void aZipThatWasCutShortIsRefused() throws IOException {
    Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 100));

    refuses(this::open, ":zip:", "another size than promised");
  }

  @Test
  void aZipWithOneOtherBitIsRefused() throws IOException {
    flip(zip, 60);

    refuses(this::open, ":zip:", "another SHA-256 than promised");
  }

  @Test
  void anotherListOfFilesIsRefused() throws IOException {
    Files.writeString(lines, "f 00 x\n", StandardOpenOption.APPEND);

    refuses(this::open, ":zip:", "another list of files than promised");
  }

  @Test
  void aLinkInTheStateOfAFileIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path real = Files.move(zip, elsewhere.resolve("real"));
    Files.createSymbolicLink(zip, real);

    refuses(this::open, ":zip:", "another size than promised");
  }

  @Test
  void anEntryWithOneOtherBitIsNotThereToShare() throws IOException {
    flip(content.zip(), 60);

    assertThat(entry.content(fixture.root)).isEmpty();
  }

  @Test
  void aZipThatDoesNotBelongToItsLinesIsRefused() throws IOException {
    MemoryTree tree = new MemoryTree().file("other.tf", "");
    Revision other = new Revision("other", Stability.FIXED, Optional.empty());
    fixture.cache.commit(location(), other, tree);
    SharedContent strange = SharedEntry.of(location(), other).content(fixture.root).orElseThrow();
    SharedPromise mixed =
        new SharedPromise(
            content.promise().treeHash(), strange.promise().size(), strange.promise().sha256());

    refuses(() -> entry.open(mixed, lines, strange.zip()), ":zip:", "1 entries instead of 6");
  }

  private void open() throws IOException {
    entry.open(content.promise(), lines, zip).close();
  }

  private static void refuses(ThrowingCallable call, String file, String what) {
    assertThatThrownBy(call)
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageContaining(file)
        .hasMessageEndingWith("is not what it should be: " + what)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo(ADVICE);
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
