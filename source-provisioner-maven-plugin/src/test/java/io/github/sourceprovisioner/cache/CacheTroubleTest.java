package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails leaves nothing behind and says what to do. */
class CacheTroubleTest {

  private final Path temporary;
  private final Fixture fixture;
  private final SnapshotCache cache;

  CacheTroubleTest(@TempDir Path temporary) {
    this.temporary = temporary;
    this.fixture = new Fixture(temporary.resolve("cache"));
    this.cache = fixture.cache;
  }

  @Test
  void leaves_nothing_behind_when_the_source_breaks() {
    MemoryTree broken = new MemoryTree().file("a", "1");
    SourceTree tree =
        new SourceTree() {
          @Override
          public List<TreeEntry> entries() {
            return broken.entries();
          }

          @Override
          public InputStream open(TreeEntry entry) throws IOException {
            throw new IOException("the wire broke");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> cache.commit(location(), COMMIT, tree)).hasMessage("the wire broke");
    assertThat(fixture.files()).containsExactly(".source-provisioner-cache");
  }

  @Test
  void says_where_it_cannot_write_and_what_to_do() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    Fixture unusable = new Fixture(file.resolve("cache"));

    CacheUnusable failure =
        catchThrowableOfType(
            CacheUnusable.class,
            () -> unusable.cache.commit(location(), COMMIT, MemoryTree.sample()));

    assertThat(failure).hasMessageStartingWith("cannot write to the cache " + unusable.root + ": ");
    assertThat(failure.advice())
        .containsExactly(
            "make room or get write access there, or choose another directory with"
                + " -Dsource.cacheDirectory=…");
    assertThatThrownBy(() -> unusable.cache.store(VPC, "git")).isInstanceOf(CacheUnusable.class);
    unusable.cache.remember(location(), COMMIT);
    assertThat(unusable.cache.find(location(), COMMIT)).isEmpty();
  }

  @Test
  void takes_a_full_disk_for_a_full_disk() {
    CacheTrouble trouble = new CacheTrouble(temporary);
    CountedOutput full =
        new CountedOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            trouble);

    assertThatThrownBy(() -> full.write("x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CacheUnusable.class)
        .hasMessageMatching(
            "cannot write to the cache .*: No space left on device \\(\\d+ MB free\\)");
  }
}
