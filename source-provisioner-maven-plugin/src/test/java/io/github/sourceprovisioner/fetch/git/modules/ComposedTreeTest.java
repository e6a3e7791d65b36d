package io.github.sourceprovisioner.fetch.git.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedTreeTest {

  private final Forest forest = new Forest();
  private final ComposedTree tree = new ComposedTree();

  /** CVE-2024-32002: the way to a submodule must not lead through a link, whatever its case. */
  @ParameterizedTest
  @ValueSource(strings = {"a/link", "a/LINK", "a/link/sub", "A/Link/sub/more", "a", ""})
  void aPlaceThatIsTakenIsRefused(String path) throws IOException {
    tree.mount("", files("parent", new TreeEntry("a/link", TreeEntry.Type.LINK, 1)));
    IntegrityMismatch failure =
        catchThrowableOfType(
            IntegrityMismatch.class, () -> tree.mount(path, files("child", file("x"))));
    assertThat(failure)
        .hasMessage("the repository has something else in the place of the submodule");
    assertThat(failure.advice()).containsExactly("correct the tree of the repository");
    tree.close();
    assertThat(forest.closed).containsExactly("parent", "child");
  }

  @Test
  void treesTogetherHoldNoMoreThanOneMay() {
    TreeEntry[] many =
        IntStream.range(0, 250_001).mapToObj(i -> file("f" + i)).toArray(TreeEntry[]::new);
    tree.mount("", files("parent", many));
    IntegrityMismatch failure =
        catchThrowableOfType(
            IntegrityMismatch.class, () -> tree.mount("lib", files("child", many)));
    assertThat(failure).hasMessage("the tree and its submodules hold more than 500000 files");
    assertThat(failure.advice()).containsExactly("choose a subdirectory");
  }

  @Test
  void modesAndSizesStay() {
    TreeEntry script = new TreeEntry("run.sh", TreeEntry.Type.EXECUTABLE, 7);
    tree.mount("", files("parent", file("a/x")));
    tree.mount("a/lib", files("child", script));
    assertThat(tree.entries())
        .containsExactly(file("a/x"), new TreeEntry("a/lib/run.sh", TreeEntry.Type.EXECUTABLE, 7));
  }

  @Test
  void whatIsNotThereCannotBeOpened() {
    tree.mount("", files("parent", file("x")));
    assertThatThrownBy(() -> tree.open(file("y"))).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void allAreClosedEvenIfOneIsStuck() {
    tree.mount("", files("stuck", file("x")));
    tree.mount("lib", files("child", file("x")));
    assertThatThrownBy(tree::close).isInstanceOf(IOException.class).hasMessage("stuck");
    assertThat(forest.closed).containsExactly("stuck", "child");
  }

  @Test
  void aFailureThatGoesOnKeepsWhatClosingSaid() {
    tree.mount("", files("stuck", file("x")));
    Exception failure = new IllegalStateException("first");
    tree.closeAfter(failure);
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  private SourceTree files(String name, TreeEntry... entries) {
    return forest.tree(name, List.of(entries));
  }

  private static TreeEntry file(String path) {
    return new TreeEntry(path, TreeEntry.Type.FILE, 1);
  }
}
