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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clearing and refreshing touch what is selected and ours, and nothing else. */
class CacheClearingTest extends Household {

  CacheClearingTest(@TempDir Path root) {
    super(root);
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
}
