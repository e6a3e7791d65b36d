package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.NOON;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static io.github.sourceprovisioner.cache.Fixture.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownRevisionsTest {

  private final Fixture fixture;
  private final SnapshotCache cache;

  KnownRevisionsTest(@TempDir Path root) {
    this.fixture = new Fixture(root);
    this.cache = fixture.cache;
  }

  @Test
  void remembers_what_every_ref_meant_and_when() {
    cache.remember(at("main"), moving("a1"));
    fixture.clock.turn(Duration.ofHours(1));
    cache.remember(at("v1"), moving("b2"));
    cache.remember(location(), moving("c3"));

    assertThat(cache.known(at("main"))).contains(new KnownRevision(moving("a1"), NOON));
    assertThat(cache.known(at("v1")))
        .contains(new KnownRevision(moving("b2"), NOON.plusSeconds(3600)));
    assertThat(cache.known(location())).map(k -> k.revision().id()).contains("c3");
    assertThat(cache.known(at("other"))).isEmpty();
    assertThat(fixture.published()).containsExactly("com/github/acme/vpc/source-status.properties");
  }

  @Test
  void a_ref_means_the_same_in_every_subdirectory() {
    cache.remember(at("main"), moving("a1"));

    assertThat(cache.known(location(VPC, "modules/net", Optional.of("main"))))
        .map(k -> k.revision().id())
        .contains("a1");
  }

  @Test
  void keeps_refs_apart_whose_names_look_alike() {
    cache.remember(at("main.revision"), moving("a1"));
    cache.remember(at("main"), moving("b2"));
    cache.remember(at("m=a:i #n\n\u00e9"), moving("c3"));

    assertThat(cache.known(at("main.revision"))).map(k -> k.revision().id()).contains("a1");
    assertThat(cache.known(at("main"))).map(k -> k.revision().id()).contains("b2");
    assertThat(cache.known(at("m=a:i #n\n\u00e9"))).map(k -> k.revision().id()).contains("c3");
  }

  @Test
  void a_damaged_file_knows_nothing_and_is_written_anew() throws IOException {
    cache.remember(at("main"), moving("a1"));
    Path status = fixture.root.resolve(fixture.published().get(0));
    byte[] sound = Files.readAllBytes(status);
    for (int i = 0; i < sound.length; i++) {
      byte[] flipped = sound.clone();
      flipped[i] ^= 1;
      Files.write(status, flipped);
      assertThat(cache.known(at("main"))).as("byte %d", i).isEmpty();
    }
    Files.write(status, new byte[0]);
    assertThat(cache.known(at("main"))).isEmpty();
    cache.remember(at("main"), moving("b2"));
    assertThat(cache.known(at("main"))).map(k -> k.revision().id()).contains("b2");
  }

  @Test
  void several_writers_add_up() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      SourceLocation location = at("branch" + i);
      all.add(pool.submit(() -> new Fixture(fixture.root).cache.remember(location, moving("a"))));
    }
    for (Future<?> one : all) {
      one.get();
    }
    pool.shutdown();

    for (int i = 0; i < 24; i++) {
      assertThat(cache.known(at("branch" + i))).as("branch %d", i).isPresent();
    }
  }

  private static SourceLocation at(String ref) {
    return location(VPC, "", Optional.of(ref));
  }
}
