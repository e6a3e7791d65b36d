package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.NOON;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static io.github.sourceprovisioner.cache.Fixture.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inventory, pruning, clearing and refreshing of one cache. */
class HousekeepingTest {

  private static final Coordinates RDS = new Coordinates("com.github.acme", "rds");

  private final Fixture fixture;
  private final SnapshotCache cache;

  HousekeepingTest(@TempDir Path root) {
    this.fixture = new Fixture(root.resolve("cache"));
    this.cache = fixture.cache;
  }

  @Test
  void lists_entries_with_their_uses_and_skips_everything_else() throws IOException {
    assertThat(list()).isEmpty();
    Snapshot snapshot = store(VPC, "terraform", "helmfile");
    cache.remember(at(VPC), moving(COMMIT.id()));
    store(RDS);
    Path revision = new CacheLayout(fixture.root).entry(EntryKey.of(at(VPC), COMMIT)).directory();
    Files.writeString(fixture.root.resolve("com/foreign.properties"), "a=b");
    Files.copy(
        revision.resolve("vpc-" + COMMIT.id() + ".properties"),
        fixture.root.resolve("com/misplaced.properties"));
    Path damaged = new CacheLayout(fixture.root).entry(EntryKey.of(at(RDS), COMMIT)).zip();
    Files.write(damaged, new byte[1]);

    CacheEntry entry = list().get(0);

    assertThat(list()).hasSize(1);
    assertThat(entry.coordinates()).isEqualTo(VPC);
    assertThat(entry.url()).isEqualTo("https://github.com/acme/vpc.git");
    assertThat(entry.treeHash()).isEqualTo(snapshot.treeHash());
    assertThat(entry.types()).containsExactlyInAnyOrder("terraform", "helmfile");
    assertThat(entry.lastUsed()).isEqualTo(NOON);
    assertThat(entry.lastChecked()).contains(NOON);
    assertThat(entry.bytes()).isGreaterThan(1000);
  }

  @Test
  void prunes_what_was_not_used_for_long_with_its_object_store() throws IOException {
    store(VPC, "terraform");
    store(RDS, "terraform");
    Path vpcStore = Files.writeString(cache.store(VPC, "git").resolve("pack"), "12345");
    Path rdsStore = Files.writeString(cache.store(RDS, "git").resolve("pack"), "12345");
    fixture.clock.turn(Duration.ofDays(31));
    use(RDS, "terraform");

    Pruned told = prune(Optional.of(Duration.ofDays(30)), OptionalLong.empty(), true);
    assertThat(cache.find(at(VPC), COMMIT)).isPresent();
    Pruned pruned = prune(Optional.of(Duration.ofDays(30)), OptionalLong.empty(), false);

    assertThat(pruned).isEqualTo(told);
    assertThat(pruned.removed()).extracting(CacheEntry::coordinates).containsExactly(VPC);
    assertThat(pruned.bytes()).isEqualTo(pruned.removed().get(0).bytes() + 5);
    assertThat(cache.find(at(VPC), COMMIT)).isEmpty();
    assertThat(cache.find(at(RDS), COMMIT)).isPresent();
    assertThat(vpcStore).doesNotExist();
    assertThat(rdsStore).exists();
    assertThat(fixture.root.resolve("com/github/acme/vpc")).doesNotExist();
  }

  @Test
  void prunes_the_least_recently_used_until_nine_tenths_of_the_limit_are_left() throws IOException {
    store(RDS, "terraform");
    fixture.clock.turn(Duration.ofHours(1));
    store(VPC, "terraform");
    long one = list().get(0).bytes();

    assertThat(prune(Optional.empty(), OptionalLong.of(3 * one), false).removed()).isEmpty();
    assertThat(prune(Optional.empty(), OptionalLong.of(2 * one - 1), false).removed())
        .extracting(CacheEntry::coordinates)
        .containsExactly(RDS);
    assertThat(prune(Optional.empty(), OptionalLong.of(0), false).removed()).hasSize(1);
    assertThat(list()).isEmpty();
    assertThat(fixture.published()).isEmpty();
  }

  @Test
  void counts_object_stores_against_the_limit() throws IOException {
    store(VPC, "terraform");
    Files.write(cache.store(VPC, "git").resolve("pack"), new byte[100_000]);

    Pruned pruned = prune(Optional.empty(), OptionalLong.of(50_000), false);

    assertThat(pruned.removed()).hasSize(1);
    assertThat(pruned.bytes()).isGreaterThan(100_000);
  }

  @Test
  void keeps_what_a_type_outside_the_selection_uses() throws IOException {
    store(VPC, "terraform", "helmfile");
    store(RDS, "terraform");
    fixture.clock.turn(Duration.ofDays(2));
    PruneRequest request =
        new PruneRequest(
            Optional.of(Duration.ofDays(1)),
            OptionalLong.empty(),
            Set.of("terraform"),
            Optional.empty(),
            false);

    assertThat(pruning().prune(request).removed())
        .extracting(CacheEntry::coordinates)
        .containsExactly(RDS);
  }

  @Test
  void selects_by_glob_or_by_part_of_the_url_or_coordinates() throws IOException {
    store(VPC);
    store(RDS);
    assertThat(selected("*/vpc.git")).containsExactly(VPC);
    assertThat(selected("https://github.com/acme/???.git")).hasSize(2);
    assertThat(selected("*/vpc")).isEmpty();
    assertThat(selected("acme/rds")).containsExactly(RDS);
    assertThat(selected("acme:rds")).containsExactly(RDS);
    assertThat(selected("a.*b(")).isEmpty();
  }

  @Test
  void leaves_what_is_in_use_what_was_just_used_and_what_is_not_ours() throws Exception {
    store(VPC);
    Path foreign = Files.writeString(fixture.root.resolve("com/github/acme/vpc/x.zip"), "x");
    Path outside = Files.createDirectories(fixture.root.resolveSibling("outside"));
    Files.writeString(outside.resolve("keep"), "");
    Files.createSymbolicLink(fixture.root.resolve("com/link"), outside);
    fixture.clock.turn(Duration.ofDays(1));
    Thread[] busy = new Thread[1];
    Pruned[] seen = new Pruned[1];
    fixture.locks.exclusively(
        VPC,
        () -> {
          busy[0] = new Thread(() -> seen[0] = prune(Optional.empty(), OptionalLong.of(0), false));
          busy[0].start();
          busy[0].join();
          return 0;
        });
    assertThat(seen[0].removed()).isEmpty();
    assertThat(fixture.console.infos)
        .containsExactly("com.github.acme:vpc is in use and stays in the cache");

    prune(Optional.empty(), OptionalLong.of(0), false);

    assertThat(cache.find(at(VPC), COMMIT)).isEmpty();
    assertThat(foreign).exists();
    assertThat(outside.resolve("keep")).exists();
  }

  @Test
  void an_entry_that_was_used_since_it_was_listed_stays() throws IOException {
    store(VPC);
    List<StoredEntry> listed = new CacheInventory(fixture.root).scan();
    fixture.clock.turn(Duration.ofDays(1));
    use(VPC, "terraform");

    Pruned pruned =
        new CacheRemoval(new CacheLayout(fixture.root), fixture.locks, fixture.console)
            .remove(listed, listed, false);

    assertThat(pruned.removed()).isEmpty();
    assertThat(cache.find(at(VPC), COMMIT)).isPresent();
  }

  @Test
  void clears_only_what_it_knows_to_be_its_own() throws IOException {
    store(VPC, "terraform");
    cache.remember(at(VPC), moving(COMMIT.id()));
    store(RDS, "helmfile");

    Pruned some = clearing().clear(Set.of("terraform"), Optional.empty(), false);
    assertThat(some.removed()).extracting(CacheEntry::coordinates).containsExactly(VPC);
    assertThat(cache.known(at(VPC))).isEmpty();
    Pruned told = clearing().clear(Set.of(), Optional.empty(), true);
    assertThat(told.removed()).hasSize(1);
    assertThat(clearing().clear(Set.of(), Optional.empty(), false)).isEqualTo(told);
    assertThat(fixture.published()).isEmpty();
    assertThat(clearing().clear(Set.of(), Optional.empty(), false).removed()).isEmpty();
  }

  @Test
  void does_not_clear_a_directory_that_had_other_files_before() throws Exception {
    Files.createDirectories(fixture.root);
    Files.writeString(fixture.root.resolve("thesis.txt"), "x");
    cache.exclusively(VPC, () -> store(VPC));

    CacheUnusable failure =
        catchThrowableOfType(
            CacheUnusable.class, () -> clearing().clear(Set.of(), Optional.empty(), false));

    assertThat(failure)
        .hasMessage("the directory " + fixture.root + " does not look like a cache of this plugin");
    assertThat(failure.advice())
        .containsExactly(
            "check -Dsource.cacheDirectory",
            "delete the directory yourself, if nothing else is in it");
    assertThat(cache.find(at(VPC), COMMIT)).isPresent();
  }

  @Test
  void a_cache_whose_first_step_was_a_lock_is_still_its_own() throws Exception {
    cache.exclusively(VPC, () -> store(VPC));

    assertThat(clearing().clear(Set.of(), Optional.empty(), false).removed()).hasSize(1);
  }

  @Test
  void a_refresh_makes_the_next_run_ask_but_forgets_no_revision() throws IOException {
    store(VPC, "terraform");
    store(RDS, "helmfile");
    cache.remember(at(VPC), moving(COMMIT.id()));
    cache.remember(location(VPC, "", Optional.of("v1")), moving("abc"));
    cache.remember(at(RDS), moving(COMMIT.id()));

    assertThat(clearing().refresh(Set.of("terraform"), Optional.empty())).isEqualTo(2);

    assertThat(cache.known(at(VPC)))
        .contains(new KnownRevision(moving(COMMIT.id()), Instant.EPOCH));
    assertThat(cache.known(at(RDS))).contains(new KnownRevision(moving(COMMIT.id()), NOON));
    assertThat(list()).filteredOn(e -> e.lastChecked().isPresent()).hasSize(1);
  }

  @Test
  void a_type_may_have_any_name() throws IOException {
    store(VPC, "../../x", "Terraform", "terraform");

    assertThat(list().get(0).types())
        .containsExactlyInAnyOrder("../../x", "Terraform", "terraform");
    assertThat(fixture.root.resolve("com/x")).doesNotExist();
  }

  private Snapshot store(Coordinates coordinates, String... types) throws IOException {
    Snapshot snapshot = cache.commit(at(coordinates), COMMIT, MemoryTree.sample());
    use(coordinates, types);
    return snapshot;
  }

  private void use(Coordinates coordinates, String... types) {
    Snapshot snapshot = cache.find(at(coordinates), COMMIT).orElseThrow();
    for (String type : types) {
      cache.used(snapshot, type);
    }
  }

  private static SourceLocation at(Coordinates coordinates) {
    return location(coordinates, "", Optional.empty());
  }

  private List<CacheEntry> list() {
    return new CacheInventory(fixture.root).list();
  }

  private List<Coordinates> selected(String uri) {
    return clearing().clear(Set.of(), Optional.of(uri), true).removed().stream()
        .map(CacheEntry::coordinates)
        .toList();
  }

  private Pruned prune(Optional<Duration> olderThan, OptionalLong maxBytes, boolean dryRun) {
    PruneRequest request =
        new PruneRequest(olderThan, maxBytes, Set.of(), Optional.empty(), dryRun);
    return pruning().prune(request);
  }

  private CachePruning pruning() {
    return new CachePruning(fixture.root, fixture.locks, fixture.clock, fixture.console);
  }

  private CacheClearing clearing() {
    return new CacheClearing(fixture.root, fixture.locks, fixture.console);
  }
}
