package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCacheTest {

  private static final String ENTRY =
      "com/github/acme/vpc/0123456789abcdef0123456789abcdef01234567"
          + "/vpc-0123456789abcdef0123456789abcdef01234567";

  private final Path temporary;
  private final Fixture fixture;
  private final SnapshotCache cache;

  SnapshotCacheTest(@TempDir Path temporary) {
    this.temporary = temporary;
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
  void stands_in_the_cache_as_an_artifact_in_a_repository() throws IOException {
    cache.commit(location(), COMMIT, MemoryTree.sample());
    cache.commit(location(VPC, "modules/net", Optional.empty()), COMMIT, MemoryTree.sample());

    assertThat(fixture.published())
        .containsExactly(
            ENTRY + "-modules+net.properties",
            ENTRY + "-modules+net.t1",
            ENTRY + "-modules+net.zip",
            ENTRY + "-modules+net.zip.sha256",
            ENTRY + ".properties",
            ENTRY + ".t1",
            ENTRY + ".zip",
            ENTRY + ".zip.sha256");
  }

  /** The vectors of the lock file's specification: the bytes of zip and lines are a promise. */
  @Test
  void writes_the_same_bytes_in_every_zone_and_order() throws IOException {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
      Snapshot snapshot = cache.commit(location(), COMMIT, MemoryTree.sample());
      byte[] first = Files.readAllBytes(fixture.root.resolve(ENTRY + ".zip"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Fixture other = new Fixture(temporary.resolve("other"));
      MemoryTree reversed = new MemoryTree();
      MemoryTree sample = MemoryTree.sample();
      for (int i = sample.entries().size() - 1; i >= 0; i--) {
        TreeEntry entry = sample.entries().get(i);
        reversed.add(entry.type(), entry.path(), sample.open(entry).readAllBytes());
      }
      other.cache.commit(location(), COMMIT, reversed);

      assertThat(Files.readAllBytes(other.root.resolve(ENTRY + ".zip"))).isEqualTo(first);
      assertThat(snapshot.treeHash())
          .isEqualTo("t1:sha256:48efe47a436d1604d575fc87e1b1f8d73cdac350a78f27c25b569af730df7b0a");
      assertThat(fixture.root.resolve(ENTRY + ".zip.sha256"))
          .hasContent("7c7ccb84d1e255afc398601864896fcd7d3a0d1e045d4e46fd82986283c7cb76");
      assertThat(
              Files.readString(fixture.root.resolve(ENTRY + ".t1"))
                  .lines()
                  .map(l -> l.substring(67)))
          .containsExactly(
              "caf\u00e9.tf", "latest", "main.tf", "run.sh", "sub.tf", "sub/variables.tf");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void writes_a_marker_that_depends_on_the_clock_alone() throws IOException {
    cache.commit(location(), COMMIT, MemoryTree.sample());

    assertThat(Files.readString(fixture.root.resolve(ENTRY + ".properties")).lines())
        .contains(
            "artifactId=vpc",
            "created=2026-11-21T12\\:00\\:00Z",
            "url=https\\://github.com/acme/vpc.git")
        .isSortedAccordingTo(
            (a, b) -> a.startsWith("seal=") || b.startsWith("seal=") ? 0 : a.compareTo(b));
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
  void stays_below_its_root_whatever_the_names_are() throws IOException {
    Coordinates hostile = new Coordinates("..x./etc.CON", "../../up");
    Revision revision = new Revision("../../../x", Stability.TAG, Optional.empty());
    SourceLocation location = location(hostile, "../" + "y".repeat(300), Optional.empty());

    Snapshot snapshot = cache.commit(location, revision, MemoryTree.sample());

    assertThat(cache.find(location, revision)).contains(snapshot);
    try (var files = Files.list(temporary)) {
      assertThat(files).containsExactly(fixture.root);
    }
    assertThat(fixture.files())
        .allSatisfy(f -> assertThat(Path.of(f)).isEqualTo(Path.of(f).normalize()));
  }

  @Test
  void takes_files_with_the_names_of_ours_as_content() throws IOException {
    MemoryTree tree =
        new MemoryTree()
            .file("vpc-" + COMMIT.id() + ".properties", "revision=evil")
            .file("com/github/acme/vpc/source-status.properties", "x");
    Snapshot snapshot = cache.commit(location(), COMMIT, tree);

    assertThat(cache.find(location(), COMMIT)).contains(snapshot);
    assertThat(fixture.published()).hasSize(4);
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

  @Test
  void leaves_nothing_behind_when_the_source_breaks() {
    MemoryTree broken = new MemoryTree().file("a", "1");
    SourceTree tree =
        new SourceTree() {
          @Override
          public List<TreeEntry> entries() {
            return broken.entries();
          }

          @Override
          public InputStream open(TreeEntry entry) throws IOException {
            throw new IOException("the wire broke");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> cache.commit(location(), COMMIT, tree)).hasMessage("the wire broke");
    assertThat(fixture.files()).containsExactly(".source-provisioner-cache");
  }

  @Test
  void says_where_it_cannot_write_and_what_to_do() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    Fixture unusable = new Fixture(file.resolve("cache"));

    CacheUnusable failure =
        catchThrowableOfType(
            CacheUnusable.class,
            () -> unusable.cache.commit(location(), COMMIT, MemoryTree.sample()));

    assertThat(failure).hasMessageStartingWith("cannot write to the cache " + unusable.root + ": ");
    assertThat(failure.advice())
        .containsExactly(
            "make room or get write access there, or choose another directory with"
                + " -Dsource.cacheDirectory=…");
    assertThatThrownBy(() -> unusable.cache.store(VPC, "git")).isInstanceOf(CacheUnusable.class);
    unusable.cache.remember(location(), COMMIT);
    assertThat(unusable.cache.find(location(), COMMIT)).isEmpty();
  }

  @Test
  void takes_a_full_disk_for_a_full_disk() {
    CacheTrouble trouble = new CacheTrouble(temporary);
    CountedOutput full =
        new CountedOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            trouble);

    assertThatThrownBy(() -> full.write("x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CacheUnusable.class)
        .hasMessageMatching(
            "cannot write to the cache .*: No space left on device \\(\\d+ MB free\\)");
  }

  @Test
  void gives_every_place_and_scheme_a_store_of_its_own() {
    Path one = cache.store(new Coordinates("a.b", "c"), "git");
    Path two = cache.store(new Coordinates("a", "b.c"), "git");
    Path three = cache.store(new Coordinates("a.b", "c"), "hg");

    assertThat(one).isDirectory().isNotEqualTo(two).isNotEqualTo(three);
    assertThat(one.getParent()).isEqualTo(two.getParent());
    assertThat(fixture.published()).isEmpty();
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
