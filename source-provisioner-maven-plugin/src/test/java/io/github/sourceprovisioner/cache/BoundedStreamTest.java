package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.COMMIT;
import static io.github.sourceprovisioner.cache.Fixture.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream cannot bring more than its entry said, and no entry can leave that open. */
class BoundedStreamTest {

  private static final TreeEntry FIVE = new TreeEntry("a\nb", TreeEntry.Type.FILE, 5);
  private static final TreeEntry UNKNOWN = new TreeEntry("a", TreeEntry.Type.FILE, -1);

  private final ByteArrayInputStream source = new ByteArrayInputStream(new byte[100]);

  @Test
  void a_file_longer_than_its_entry_says_stops_after_one_byte_more() {
    IntegrityMismatch failure =
        catchThrowableOfType(
            IntegrityMismatch.class, () -> new BoundedStream(source, FIVE).readAllBytes());

    assertThat(failure).hasMessage("the file a?b is longer than the 5 bytes it had");
    assertThat(failure.advice())
        .containsExactly("wait until nothing writes to the source, and try again");
    assertThat(source.available()).isEqualTo(94);
  }

  @Test
  void a_file_of_unknown_length_stops_at_the_limit_of_all_files() {
    IntegrityMismatch failure =
        catchThrowableOfType(
            IntegrityMismatch.class, () -> new BoundedStream(source, UNKNOWN, 50).readAllBytes());

    assertThat(failure).hasMessage("the file a is larger than 2147483648 bytes");
    assertThat(failure.advice())
        .containsExactly(
            "name a subdirectory of the source (//path) that holds only what is needed");
    assertThat(source.available()).isEqualTo(49);
  }

  @Test
  void single_bytes_count_too() {
    BoundedStream stream = new BoundedStream(source, UNKNOWN, 0);

    assertThatThrownBy(stream::read).isInstanceOf(IntegrityMismatch.class);
  }

  @Test
  void a_file_of_its_length_passes() throws Exception {
    InputStream five = new ByteArrayInputStream("12345".getBytes(StandardCharsets.UTF_8));

    assertThat(new BoundedStream(five, FIVE).readAllBytes()).hasSize(5);
  }

  @Test
  void a_tree_that_lies_about_a_length_is_not_stored(@TempDir Path root) {
    Fixture fixture = new Fixture(root.resolve("cache"));

    assertThatThrownBy(() -> fixture.cache.commit(location(), COMMIT, lying()))
        .isInstanceOf(IntegrityMismatch.class);
    assertThat(fixture.published()).isEmpty();
  }

  private SourceTree lying() {
    return new SourceTree() {
      @Override
      public List<TreeEntry> entries() {
        return List.of(FIVE);
      }

      @Override
      public InputStream open(TreeEntry entry) {
        return source;
      }

      @Override
      public void close() {}
    };
  }
}
