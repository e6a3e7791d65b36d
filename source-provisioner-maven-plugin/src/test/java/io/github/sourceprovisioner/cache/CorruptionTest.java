package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every file of an entry is damaged in every way: refused or healed, but never wrong bytes. */
class CorruptionTest {

  private final Fixture fixture;
  private final Map<String, String> expected;

  CorruptionTest(@TempDir Path root) throws IOException {
    this.fixture = new Fixture(root.resolve("cache"));
    this.expected = MemoryTree.read(MemoryTree.sample());
  }

  @ParameterizedTest
  @EnumSource
  @DisabledOnOs(OS.WINDOWS)
  void every_file_may_be_damaged(Damage damage) throws IOException {
    Snapshot snapshot = commit();
    for (String file : fixture.published()) {
      FileTime time = Files.getLastModifiedTime(fixture.root.resolve(file));
      damage.to(fixture.root.resolve(file));
      if (Files.isRegularFile(fixture.root.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
        Files.setLastModifiedTime(fixture.root.resolve(file), time);
      }
      heals(snapshot, damage + " " + file);
      Files.deleteIfExists(fixture.root.resolve(file).resolveSibling("elsewhere"));
    }
  }

  @Test
  void every_byte_of_the_small_files_may_flip() throws IOException {
    Snapshot snapshot = commit();
    for (String file : fixture.published()) {
      if (!file.endsWith(".zip")) {
        flipEach(fixture.root.resolve(file), 1, snapshot);
      }
    }
  }

  @Test
  void every_seventh_byte_of_the_zip_may_flip() throws IOException {
    Snapshot snapshot = commit();
    String zip =
        fixture.published().stream().filter(f -> f.endsWith(".zip")).findAny().orElseThrow();

    flipEach(fixture.root.resolve(zip), 7, snapshot);
  }

  private void flipEach(Path file, int step, Snapshot snapshot) throws IOException {
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i += step) {
      byte[] flipped = sound.clone();
      flipped[i] ^= 0x10;
      Files.write(file, flipped);
      neverWrong(snapshot, "byte " + i + " of " + file);
    }
    heals(snapshot, "flipped " + file);
  }

  @Test
  void a_directory_that_became_a_link_is_not_followed_and_heals() throws IOException {
    Snapshot snapshot = commit();
    Path group = fixture.root.resolve("com/github");
    Path elsewhere = Files.move(group, fixture.root.resolveSibling("elsewhere"));
    Files.createSymbolicLink(group, elsewhere);

    assertThat(fixture.cache.find(location(), COMMIT)).isEmpty();
    assertThatThrownBy(() -> fixture.cache.open(snapshot)).isInstanceOf(IntegrityMismatch.class);
    fixture.cache.setAside(snapshot);
    assertThat(elsewhere.resolve("acme/vpc/" + COMMIT.id())).isNotEmptyDirectory();
    heals(snapshot, "directory link");
    assertThat(group).isDirectory().matches(p -> !Files.isSymbolicLink(p));
  }

  @Test
  void a_zip_of_another_tree_is_refused_entry_by_entry() throws IOException {
    Snapshot snapshot = commit();
    Path zip = zip();
    Path other = otherZip(MemoryTree.sample().file("extra.tf", "planted"));
    Files.copy(other, zip, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> fixture.cache.open(snapshot))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageEndingWith("is damaged: 7 entries instead of 6");
  }

  @Test
  void says_what_is_damaged_and_what_to_do() throws IOException {
    Snapshot snapshot = commit();
    Files.write(zip(), new byte[10]);

    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> fixture.cache.open(snapshot));

    assertThat(failure)
        .hasMessage(
            "the cached snapshot of git::https://github.com/acme/vpc.git at "
                + COMMIT.id()
                + " is damaged: no readable zip");
    assertThat(failure.advice())
        .containsExactly(
            "run once without -o, so that it is fetched again",
            "remove it with source:cache-clear -Dsource.uri=https://github.com/acme/vpc.git");
  }

  @Test
  void warns_once_and_lets_a_healed_entry_be() throws IOException {
    Snapshot snapshot = commit();
    Files.write(zip(), new byte[10]);
    fixture.cache.setAside(snapshot);
    fixture.cache.setAside(snapshot);
    assertThat(fixture.console.warnings())
        .containsExactly(
            "the cached snapshot of git::https://github.com/acme/vpc.git was damaged and has been"
                + " set aside");
    commit();
    fixture.cache.setAside(snapshot);

    assertThat(fixture.cache.find(location(), COMMIT)).contains(snapshot);
  }

  @Test
  void a_marker_of_the_future_or_of_endless_length_counts_as_absent() throws IOException {
    Snapshot snapshot = commit();
    Path marker = fixture.root.resolve(fixture.published().get(0));
    Map<String, String> values = SealedProperties.read(marker).orElseThrow();
    values.put("format", "2");
    Files.write(marker, SealedProperties.bytes(values));
    assertThat(fixture.cache.find(location(), COMMIT)).isEmpty();
    Files.write(marker, new byte[5 << 20]);
    assertThat(fixture.cache.find(location(), COMMIT)).isEmpty();
    heals(snapshot, "marker");
  }

  private Snapshot commit() throws IOException {
    return fixture.cache.commit(location(), COMMIT, MemoryTree.sample());
  }

  private void heals(Snapshot snapshot, String what) throws IOException {
    neverWrong(snapshot, what);
    fixture.cache.setAside(snapshot);
    assertThat(commit()).as(what).isEqualTo(snapshot);
    assertThat(fixture.cache.find(location(), COMMIT)).as(what).contains(snapshot);
    try (SourceTree tree = fixture.cache.open(snapshot)) {
      assertThat(MemoryTree.read(tree)).as(what).containsExactlyInAnyOrderEntriesOf(expected);
    }
  }

  /** Whatever find says: what can be read to its end is what was stored. */
  private void neverWrong(Snapshot snapshot, String what) throws IOException {
    Optional<Snapshot> found = fixture.cache.find(location(), COMMIT);
    assertThat(found.filter(s -> !s.equals(snapshot))).as(what).isEmpty();
    try (SourceTree tree = fixture.cache.open(snapshot)) {
      assertThat(MemoryTree.read(tree)).as(what).containsExactlyInAnyOrderEntriesOf(expected);
    } catch (IntegrityMismatch refused) {
      assertThat(refused).as(what).hasMessageContaining("is damaged");
    }
  }

  private Path zip() {
    return new CacheLayout(fixture.root).entry(EntryKey.of(location(), COMMIT)).zip();
  }

  private Path otherZip(MemoryTree tree) throws IOException {
    Fixture other = new Fixture(fixture.root.resolveSibling("other"));
    other.cache.commit(location(), COMMIT, tree);
    return new CacheLayout(other.root).entry(EntryKey.of(location(), COMMIT)).zip();
  }
}
