package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.CacheEntry;
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

/** Pruning removes what is old or too much, and never what somebody still needs. */
class CachePruningTest extends Household {

  CachePruningTest(@TempDir Path root) {
    super(root);
  }

  @Test
  void prunes_what_was_not_used_for_long_with_its_object_store() throws IOException {
    store(VPC, "terraform");
    store(RDS, "terraform");
    Path vpcStore = objects(VPC, 5);
    Path rdsStore = objects(RDS, 5);
    fixture.clock.turn(Duration.ofDays(31));
    use(RDS, "terraform");
    opened(rdsStore);

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
    objects(VPC, 100_000);
    fixture.clock.turn(Duration.ofMinutes(1));
    use(VPC, "terraform");

    Pruned pruned = prune(Optional.empty(), OptionalLong.of(50_000), false);

    assertThat(pruned.removed()).isEmpty();
    assertThat(pruned.bytes()).isEqualTo(100_000);
    assertThat(cache.find(at(VPC), COMMIT)).isPresent();
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
    assertThat(fixture.console.infos())
        .containsExactly("com.github.acme:vpc is in use and stays in the cache");

    prune(Optional.empty(), OptionalLong.of(0), false);

    assertThat(cache.find(at(VPC), COMMIT)).isEmpty();
    assertThat(foreign).exists();
    assertThat(outside.resolve("keep")).exists();
  }

  @Test
  void an_entry_that_was_used_since_it_was_listed_stays() throws IOException {
    store(VPC);
    List<Holding> listed = List.copyOf(new CacheInventory(fixture.root).scan());
    fixture.clock.turn(Duration.ofDays(1));
    use(VPC, "terraform");

    Pruned pruned =
        new CacheRemoval(new CacheLayout(fixture.root), fixture.locks, fixture.console)
            .remove(listed, false);

    assertThat(pruned.removed()).isEmpty();
    assertThat(cache.find(at(VPC), COMMIT)).isPresent();
  }
}
