package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.NOON;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inventory shows every sound entry and takes nothing else for one. */
class CacheInventoryTest extends Household {

  CacheInventoryTest(@TempDir Path root) {
    super(root);
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
  void a_type_may_have_any_name() throws IOException {
    store(VPC, "../../x", "Terraform", "terraform");

    assertThat(list().get(0).types())
        .containsExactlyInAnyOrder("../../x", "Terraform", "terraform");
    assertThat(fixture.root.resolve("com/x")).doesNotExist();
  }

  @Test
  void a_root_that_is_a_link_is_looked_into() throws IOException {
    store(VPC);
    Path link = fixture.root.resolveSibling("link");
    Files.createSymbolicLink(link, fixture.root);

    assertThat(new CacheInventory(link).list()).isEqualTo(list()).hasSize(1);
  }
}
