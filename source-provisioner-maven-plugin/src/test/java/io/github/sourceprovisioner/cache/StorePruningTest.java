package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.moving;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Object stores are a cache for the cache: they go like snapshots, and with the snapshots. */
class StorePruningTest extends Household {

  StorePruningTest(@TempDir Path root) {
    super(root);
  }

  private Pruned pruneOlderThanDays(int days) {
    return prune(Optional.of(Duration.ofDays(days)), OptionalLong.empty(), false);
  }

  @Test
  void aStoreThatNobodyOpenedForLongGoesAndItsSnapshotsStay() throws IOException {
    store(VPC, "terraform");
    Path objects = objects(VPC, 7);
    fixture.clock.turn(Duration.ofDays(31));
    use(VPC, "terraform");

    Pruned pruned = pruneOlderThanDays(30);

    assertThat(pruned).isEqualTo(new Pruned(List.of(), 7));
    assertThat(objects).doesNotExist();
    assertThat(cache.find(at(VPC), COMMIT)).isPresent();
  }

  @Test
  void aStoreThatLostASnapshotAndIsLargerThanTheOthersGoes() throws IOException {
    cache.commit(at(VPC), moving("a".repeat(40)), MemoryTree.sample());
    fixture.clock.turn(Duration.ofDays(31));
    store(VPC, "terraform");
    Path objects = objects(VPC, 1_000_000);

    assertThat(pruneOlderThanDays(30).removed()).hasSize(1);

    assertThat(objects).doesNotExist();
    assertThat(cache.find(at(VPC), COMMIT)).isPresent();
  }

  @Test
  void aStoreThatLostASnapshotAndIsSmallerThanTheOthersStays() throws IOException {
    cache.commit(at(VPC), moving("a".repeat(40)), MemoryTree.sample());
    fixture.clock.turn(Duration.ofDays(31));
    store(VPC, "terraform");
    Path objects = objects(VPC, 100);

    assertThat(pruneOlderThanDays(30).removed()).hasSize(1);

    assertThat(objects).exists();
  }

  @Test
  void aStoreOfAPlaceThatIsNotSelectedIsLeftAlone() throws IOException {
    store(VPC, "terraform");
    Path objects = objects(VPC, 1_000_000);
    fixture.clock.turn(Duration.ofDays(31));
    PruneRequest rds =
        new PruneRequest(
            Optional.of(Duration.ofDays(30)),
            OptionalLong.of(0),
            Set.of(),
            Optional.of("acme/rds"),
            false);

    assertThat(pruning().prune(rds)).isEqualTo(new Pruned(List.of(), 0));
    assertThat(objects).exists();
  }

  @Test
  void aStoreThatWasOpenedSinceItWasListedStays() throws IOException {
    store(VPC, "terraform");
    Path objects = objects(VPC, 7);
    List<Holding> listed = List.copyOf(Holdings.of(new CacheLayout(fixture.root)).stores());
    fixture.clock.turn(Duration.ofDays(1));
    opened(objects);

    Pruned pruned =
        new CacheRemoval(new CacheLayout(fixture.root), fixture.locks, fixture.console)
            .remove(listed, false);

    assertThat(pruned.bytes()).isZero();
    assertThat(objects).exists();
  }

  @Test
  void aStoreWhosePlaceBecameALinkIsMadeAnewAndTheLinkIsNotFollowed() throws IOException {
    Path store = cache.store(VPC, "git");
    Path elsewhere = Files.createDirectory(fixture.root.resolveSibling("elsewhere"));
    Files.delete(store);
    Files.createSymbolicLink(store, elsewhere);

    Files.writeString(cache.store(VPC, "git").resolve("config"), "x");

    assertThat(elsewhere).isEmptyDirectory();
    assertThat(store).isDirectory().matches(p -> !Files.isSymbolicLink(p));
  }

  @Test
  void clearingForgetsWhatIsKnownOfPlacesThatWerePrunedBefore() throws IOException {
    store(VPC, "terraform");
    cache.remember(at(VPC), moving(COMMIT.id()));
    prune(Optional.empty(), OptionalLong.of(0), false);
    assertThat(cache.known(at(VPC))).isPresent();
    clearing().clear(Set.of(), Optional.of("acme:rds"), false);
    assertThat(cache.known(at(VPC))).isPresent();

    assertThat(clearing().refresh(Set.of(), Optional.empty())).isEqualTo(1);
    clearing().clear(Set.of(), Optional.of("acme:vpc"), false);

    assertThat(cache.known(at(VPC))).isEmpty();
    assertThat(fixture.published()).isEmpty();
  }
}
