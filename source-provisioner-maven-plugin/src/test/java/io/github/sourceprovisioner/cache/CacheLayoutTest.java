package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an entry stands and which bytes it has: others may rely on both. */
class CacheLayoutTest {

  private static final String ENTRY =
      "com/github/acme/vpc/0123456789abcdef0123456789abcdef01234567"
          + "/vpc-0123456789abcdef0123456789abcdef01234567";

  private final Path temporary;
  private final Fixture fixture;
  private final SnapshotCache cache;

  CacheLayoutTest(@TempDir Path temporary) {
    this.temporary = temporary;
    this.fixture = new Fixture(temporary.resolve("cache"));
    this.cache = fixture.cache;
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
  void gives_every_place_and_scheme_a_store_of_its_own() {
    Path one = cache.store(new Coordinates("a.b", "c"), "git");
    Path two = cache.store(new Coordinates("a", "b.c"), "git");
    Path three = cache.store(new Coordinates("a.b", "c"), "hg");

    assertThat(one).isDirectory().isNotEqualTo(two).isNotEqualTo(three);
    assertThat(one.getParent()).isEqualTo(two.getParent());
    assertThat(fixture.published()).isEmpty();
  }
}
