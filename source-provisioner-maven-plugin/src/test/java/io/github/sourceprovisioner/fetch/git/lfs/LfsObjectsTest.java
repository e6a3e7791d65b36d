package io.github.sourceprovisioner.fetch.git.lfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LfsObjectsTest {

  private final Path store;

  private final LfsPointer pointer = LfsServer.pointer("content");

  LfsObjectsTest(@TempDir Path store) {
    this.store = store;
  }

  @Test
  void nothingIsWrittenThroughALink(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(store.resolve("lfs"), elsewhere);
    assertThat(write("content")).hasContent("content");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aLinkInPlaceOfContentIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path file = write("content");
    Path other = Files.move(file, elsewhere.resolve("x"));
    Files.createSymbolicLink(file, other);
    assertThat(new LfsObjects(store).find(pointer)).isEmpty();
    assertThat(other).hasContent("content");
  }

  @Test
  void halfAFileOfADeadRunIsNoHindrance() throws IOException {
    Path file = write("content");
    Files.move(file, file.resolveSibling(pointer.oid() + ".part"));
    assertThat(write("content")).hasContent("content");
  }

  @Test
  void noMoreThanOneByteTooManyIsRead() {
    InputStream endless =
        new InputStream() {
          private int count;

          @Override
          public int read() throws IOException {
            if (++count > 8) {
              throw new IOException("read on");
            }
            return 'c';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            buffer[offset] = (byte) read();
            return 1;
          }
        };
    assertThatThrownBy(() -> new LfsObjects(store).write(pointer, endless, "a"))
        .isInstanceOf(IntegrityMismatch.class);
  }

  @Test
  void aTreeServesContentInPlaceOfPointers() throws IOException {
    Path file = write("content");
    TreeEntry large = new TreeEntry("a", TreeEntry.Type.EXECUTABLE, 130);
    TreeEntry plain = new TreeEntry("b", TreeEntry.Type.FILE, 5);
    Pointers below = new Pointers(List.of(large, plain));
    try (LfsTree tree = LfsTree.over(below, Map.of("a", file))) {
      assertThat(tree.entries())
          .containsExactly(new TreeEntry("a", TreeEntry.Type.EXECUTABLE, 7), plain);
      assertThat(tree.open(tree.entries().get(0))).hasContent("content");
      assertThat(tree.open(plain)).hasContent("below");
    }
    assertThat(below.closed).isTrue();
  }

  private Path write(String text) throws IOException {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new LfsObjects(store).write(pointer, in, "a");
  }

  private static final class Pointers implements SourceTree {
    private final List<TreeEntry> entries;
    private boolean closed;

    Pointers(List<TreeEntry> entries) {
      this.entries = entries;
    }

    @Override
    public List<TreeEntry> entries() {
      return entries;
    }

    @Override
    public InputStream open(TreeEntry entry) {
      return new ByteArrayInputStream("below".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
