package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.NOON;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dead run left of an entry goes when somebody cleans up; what others wrote never does. */
class LeftoversTest extends Household {

  private final EntryFiles files;

  LeftoversTest(@TempDir Path root) {
    super(root);
    files = new CacheLayout(fixture.root).entry(EntryKey.of(at(VPC), COMMIT));
  }

  /** A run that died after so many of its files, in the order in which they are published. */
  private void diedAfter(int published) throws IOException {
    store(VPC, "terraform");
    List<Path> order = List.of(files.zip(), files.checksum(), files.lines(), files.marker());
    for (Path missing : order.subList(published, order.size())) {
      Files.delete(missing);
    }
    age(NOON);
  }

  private void age(Instant written) throws IOException {
    try (var children = Files.list(files.directory())) {
      for (Path file : children.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(written));
      }
    }
  }

  private Pruned clear(boolean dryRun) {
    return clearing().clear(Set.of(), Optional.empty(), dryRun);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void clearing_and_pruning_remove_them_after_a_day(int published) throws IOException {
    diedAfter(published);
    assertThat(clear(false).bytes()).isZero();
    fixture.clock.turn(Duration.ofHours(25));
    List<String> before = fixture.files();

    long bytes = clear(true).bytes();

    assertThat(fixture.files()).isEqualTo(before);
    assertThat(bytes).isPositive();
    assertThat(prune(Optional.empty(), OptionalLong.empty(), false).bytes()).isEqualTo(bytes);
    assertThat(files.directory()).doesNotExist();
    diedAfter(published);
    assertThat(clear(false).bytes()).isEqualTo(bytes);
    assertThat(fixture.published()).isEmpty();
  }

  @Test
  void a_damaged_marker_goes_with_the_rest() throws IOException {
    store(VPC);
    Files.writeString(files.marker(), "damaged");
    age(NOON);
    fixture.clock.turn(Duration.ofHours(25));

    assertThat(clear(false).bytes()).isPositive();
    assertThat(fixture.published()).isEmpty();
  }

  @Test
  void a_name_that_had_to_be_shortened_is_known_again() throws IOException {
    var deep = Fixture.location(VPC, "very/deep/".repeat(20), Optional.empty());
    var revision = Fixture.moving("A".repeat(90));
    cache.commit(deep, revision, MemoryTree.sample());
    EntryFiles entry = new CacheLayout(fixture.root).entry(EntryKey.of(deep, revision));
    Files.delete(entry.marker());
    fixture.clock.turn(Duration.ofDays(90_000));

    assertThat(entry.base()).contains("~~~");
    assertThat(clear(false).bytes()).isPositive();
    assertThat(fixture.published()).isEmpty();
  }

  @Test
  void a_narrow_selection_leaves_them_since_nobody_knows_whose_they_are() throws IOException {
    diedAfter(3);
    fixture.clock.turn(Duration.ofHours(25));

    clearing().clear(Set.of("terraform"), Optional.empty(), false);
    clearing().clear(Set.of(), Optional.of("vpc"), false);

    assertThat(files.zip()).exists();
  }

  @Test
  void files_of_others_stay_even_where_ours_would_stand() throws IOException {
    store(RDS);
    Path foreign = Files.createDirectories(fixture.root.resolve("com/acme/lib/1.0"));
    for (String ending : List.of(".zip", ".zip.sha256", ".t1", ".properties", ".jar")) {
      Files.writeString(foreign.resolve("lib-1.0" + ending), "PK\3\4 of somebody else");
    }
    diedAfter(1);
    Files.move(files.zip(), foreign.resolve("other-1.0.zip"));
    fixture.clock.turn(Duration.ofDays(90_000));
    List<String> theirs = fixture.published().stream().filter(f -> f.contains("lib")).toList();

    prune(Optional.empty(), OptionalLong.empty(), false);
    clear(false);

    assertThat(theirs).hasSize(6);
    assertThat(fixture.published()).isEqualTo(theirs);
  }

  @Test
  void in_a_directory_that_is_not_known_to_be_ours_nothing_is_looked_for() throws IOException {
    diedAfter(3);
    Files.delete(new CacheLayout(fixture.root).ownership());
    fixture.clock.turn(Duration.ofDays(2));

    prune(Optional.empty(), OptionalLong.empty(), false);

    assertThat(files.zip()).exists();
  }
}
