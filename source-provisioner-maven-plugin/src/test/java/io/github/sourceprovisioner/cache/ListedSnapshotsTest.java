package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedSnapshotsTest {

  private Fixture fixture;
  private SnapshotCache cache;
  private Snapshot snapshot;

  @BeforeEach
  void list(@TempDir Path temporary) throws IOException {
    fixture = new Fixture(temporary.resolve("cache"));
    cache = fixture.cache;
    snapshot = cache.listed().commit(location(), COMMIT, MemoryTree.sample());
  }

  @Test
  void contentWithOtherBytesEndsInAMismatch() throws IOException {
    MemoryTree tampered = new MemoryTree();
    MemoryTree sample = MemoryTree.sample();
    sample.entries().forEach(entry -> tampered.add(entry.type(), entry.path(), new byte[3]));

    try (SourceTree tree = cache.listed().check(snapshot, tampered)) {
      refuses(() -> tree.open(tree.entries().get(0)).readAllBytes());
    }
  }

  @Test
  void contentWithOtherFilesIsRefusedWhenItIsOpened() {
    for (MemoryTree other :
        List.of(
            MemoryTree.sample().file("more", "x"),
            new MemoryTree().file("main.tf", "# one file\n"))) {
      refuses(() -> cache.listed().check(snapshot, other));
    }
  }

  @Test
  void aListThatIsNotTheOneOfTheTreeIsNone() throws IOException {
    Files.writeString(file(".t1"), "f " + "0".repeat(64) + " main.tf\n");

    assertThat(cache.listed().holds(snapshot)).isFalse();
    refuses(() -> cache.listed().check(snapshot, MemoryTree.sample()));

    cache.setAside(snapshot);
    assertThat(cache.find(location(), COMMIT)).isEmpty();
  }

  @Test
  void nothingIsStoredButTheMarkerAndTheList() throws IOException {
    assertThat(files()).allMatch(name -> name.endsWith(".t1") || name.endsWith(".properties"));
    assertThat(cache.find(location(), COMMIT)).contains(snapshot);
    assertThat(cache.isDamaged(location(), COMMIT)).isFalse();
    assertThat(cache.listed().holds(snapshot)).isTrue();
  }

  @Test
  void theContentIsCheckedWhileItIsRead() throws IOException {
    try (SourceTree tree = cache.listed().check(snapshot, MemoryTree.sample())) {
      assertThat(MemoryTree.read(tree))
          .containsExactlyInAnyOrderEntriesOf(MemoryTree.read(MemoryTree.sample()));
      assertThat(tree.entries()).allMatch(entry -> tree.proven(entry).isPresent());
    }
  }

  @Test
  void theTreeHashIsTheOneThatAStoredSnapshotHas() throws IOException {
    Snapshot stored = cache.commit(location(), COMMIT, MemoryTree.sample());

    assertThat(stored).isEqualTo(snapshot);
    assertThat(cache.listed().holds(stored)).isFalse();
    try (SourceTree tree = cache.open(stored)) {
      assertThat(tree.entries()).hasSameSizeAs(MemoryTree.sample().entries());
    }
  }

  @Test
  void aListIsShownAndSetAsideOnlyIfItIsDamaged() {
    assertThat(new CacheInventory(fixture.root).list())
        .extracting(CacheEntry::treeHash)
        .containsExactly(snapshot.treeHash());

    cache.setAside(snapshot);

    assertThat(cache.find(location(), COMMIT)).isPresent();
  }

  private void refuses(ThrowingCallable work) {
    Refusal.of(IntegrityMismatch.class, work)
        .says(
            location()
                + " at "
                + COMMIT.id()
                + " does not hold the files that are listed in the cache")
        .advises("remove the list with source:cache-clear -Dsource.uri=" + location().url());
  }

  private Path file(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(fixture.root)) {
      return all.filter(path -> path.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  /** The names of the files of the entry. */
  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(file(".t1").getParent())) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
