package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCacheTest {

  private static final String ENTRY =
      "com/github/acme/vpc/0123456789abcdef0123456789abcdef01234567"
          + "/vpc-0123456789abcdef0123456789abcdef01234567";

  private final Fixture fixture;
  private final SnapshotCache cache;

  SnapshotCacheTest(@TempDir Path temporary) {
    this.fixture = new Fixture(temporary.resolve("cache"));
    this.cache = fixture.cache;
  }

  @Test
  void writes_nothing_before_something_is_stored() {
    assertThat(cache.find(location(), COMMIT)).isEmpty();
    assertThat(cache.known(location())).isEmpty();
    cache.sweep();

    assertThat(fixture.root).doesNotExist();
  }

  @Test
  void gives_back_what_was_stored() throws IOException {
    Snapshot stored = cache.commit(location(), COMMIT, MemoryTree.sample());

    assertThat(cache.find(location(), COMMIT)).contains(stored);
    try (SourceTree tree = cache.open(stored)) {
      assertThat(tree.entries())
          .contains(
              new TreeEntry("main.tf", TreeEntry.Type.FILE, 12),
              new TreeEntry("latest", TreeEntry.Type.LINK, 3));
      assertThat(MemoryTree.read(tree))
          .containsExactlyInAnyOrderEntriesOf(MemoryTree.read(MemoryTree.sample()));
    }
  }

  @Test
  void knows_the_digest_that_each_stream_proves() throws IOException {
    cache.commit(location(), COMMIT, MemoryTree.sample());

    try (SourceTree tree = cache.open(cache.find(location(), COMMIT).orElseThrow())) {
      for (TreeEntry entry : tree.entries()) {
        try (InputStream in = tree.open(entry)) {
          byte[] digest = TreeDigest.sha256().digest(in.readAllBytes());
          assertThat(tree.proven(entry)).contains(HexFormat.of().formatHex(digest));
        }
      }
      assertThat(tree.proven(new TreeEntry("other", TreeEntry.Type.FILE, 1))).isEmpty();
    }
  }

  @Test
  void keeps_large_files_out_of_memory() throws IOException {
    byte[] large = new byte[(8 << 20) + 12_345];
    large[large.length - 1] = 7;
    Snapshot snapshot =
        cache.commit(location(), COMMIT, new MemoryTree().add(TreeEntry.Type.FILE, "large", large));

    try (SourceTree tree = cache.open(snapshot);
        InputStream in = tree.open(tree.entries().get(0))) {
      assertThat(in.readAllBytes()).isEqualTo(large);
    }
  }

  @Test
  void shares_an_entry_between_urls_but_not_between_ways_to_make_a_tree() throws IOException {
    SourceLocation https = location();
    cache.commit(https, COMMIT, MemoryTree.sample());
    SourceLocation ssh = with(https, "ssh://git@github.com/acme/vpc.git", Map.of());
    SourceLocation submodules = with(https, https.url(), Map.of("submodules", "true"));

    assertThat(cache.find(ssh, COMMIT)).isPresent();
    assertThat(cache.find(submodules, COMMIT)).isEmpty();

    Snapshot other = cache.commit(submodules, COMMIT, new MemoryTree().file("a", "b"));

    assertThat(cache.find(submodules, COMMIT)).contains(other);
    assertThat(cache.find(https, COMMIT)).isPresent().get().isNotEqualTo(other);
  }

  @Test
  void replaces_what_another_tree_left_under_the_same_revision() throws IOException {
    cache.commit(location(), COMMIT, new MemoryTree().file("a", "old"));
    Snapshot newer = cache.commit(location(), COMMIT, new MemoryTree().file("a", "new"));

    try (SourceTree tree = cache.open(newer)) {
      assertThat(MemoryTree.read(tree)).containsExactly(Map.entry("f a", "new"));
    }
  }

  @Test
  void adopts_what_another_run_has_stored() throws IOException {
    cache.commit(location(), COMMIT, MemoryTree.sample());
    byte[] marker = Files.readAllBytes(fixture.root.resolve(ENTRY + ".properties"));
    fixture.clock.turn(Duration.ofHours(1));
    cache.commit(location(), COMMIT, MemoryTree.sample());

    assertThat(fixture.root.resolve(ENTRY + ".properties")).hasBinaryContent(marker);
  }

  @Test
  void keeps_of_a_local_directory_the_newest_and_what_was_just_used() throws IOException {
    SourceLocation local = location();
    Snapshot first = cache.commit(local, local("one"), new MemoryTree().file("a", "1"));
    Snapshot second = cache.commit(local, local("two"), new MemoryTree().file("a", "2"));
    cache.commit(local, COMMIT, new MemoryTree().file("a", "fixed"));
    fixture.clock.turn(Duration.ofMinutes(90));
    cache.used(second, "terraform");
    cache.commit(local, local("three"), new MemoryTree().file("a", "3"));

    assertThat(cache.find(local, first.revision())).isEmpty();
    assertThat(cache.find(local, second.revision())).isPresent();
    assertThat(cache.find(local, local("three"))).isPresent();
    assertThat(cache.find(local, COMMIT)).isPresent();
  }

  private static Revision local(String id) {
    return new Revision(id, Stability.LOCAL, Optional.empty());
  }

  private static SourceLocation with(
      SourceLocation location, String url, Map<String, String> parameters) {
    return new SourceLocation(
        location.scheme(),
        url,
        location.ref(),
        location.subdir(),
        location.archive(),
        location.checksum(),
        new TreeMap<>(parameters),
        location.coordinates());
  }
}
