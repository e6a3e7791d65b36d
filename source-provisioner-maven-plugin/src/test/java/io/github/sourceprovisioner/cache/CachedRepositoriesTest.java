package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.NOON;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static io.github.sourceprovisioner.cache.Fixture.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.CachedRepository;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedRepositoriesTest extends Household {

  CachedRepositoriesTest(@TempDir Path root) {
    super(root);
  }

  private List<CachedRepository> repositories(String... types) {
    return new CachedRepositories(fixture.root).list(Set.of(types), Optional.empty());
  }

  @Test
  void aRepositoryComesWithItsSnapshotsItsStoreAndItsRefs() throws IOException {
    store(VPC, "terraform");
    cache.commit(location(VPC, "a", Optional.empty()), COMMIT, MemoryTree.sample());
    objects(VPC, 7);
    store(RDS, "helmfile");
    cache.remember(at(VPC), moving(COMMIT.id()));

    List<CachedRepository> found = repositories();

    assertThat(found).extracting(CachedRepository::coordinates).containsExactly(RDS, VPC);
    assertThat(found.get(0).store()).isEmpty();
    assertThat(found.get(0).refs()).isEmpty();
    assertThat(found.get(1).url()).isEqualTo("https://github.com/acme/vpc.git");
    assertThat(found.get(1).snapshots()).extracting("subdir").containsExactly("", "a");
    assertThat(found.get(1).store()).contains(new CachedRepository.Store(7, 1, NOON));
    assertThat(found.get(1).refs())
        .containsExactly(
            new CachedRepository.Ref(
                "refs/heads/main", COMMIT.id(), Stability.MOVING, Optional.of(NOON)));
    assertThat(repositories("helmfile")).hasSize(1);
  }

  @Test
  void aRefIsShownOnceWithTheNewerAnswerAndOneToBeAskedAgainWithoutATime() throws IOException {
    store(VPC, "terraform");
    cache.remember(at(VPC), moving("a".repeat(40)));
    fixture.clock.turn(Duration.ofMinutes(1));
    cache.remember(location(VPC, "", Optional.of("main")), moving(COMMIT.id()));
    Revision plain = new Revision("etag", Stability.MOVING, Optional.empty());
    cache.remember(location(VPC, "", Optional.of("latest")), plain);

    assertThat(repositories().get(0).refs())
        .extracting(ref -> ref.name() + " " + ref.revision())
        .containsExactly("latest etag", "refs/heads/main " + COMMIT.id());

    clearing().refresh(Set.of(), Optional.empty());
    assertThat(repositories().get(0).refs())
        .extracting(CachedRepository.Ref::checkedAt)
        .containsOnly(Optional.empty());
  }

  @Test
  void aCacheThatIsNotThereHasNone() {
    assertThat(repositories()).isEmpty();
  }
}
