package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DirectoryTreeTest {

  private final Path root;

  DirectoryTreeTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void lists_files_and_links_in_the_order_of_their_bytes() throws IOException {
    write("b/x.tf", "bx");
    write("b.tf", "b");
    write("\uff5e", "bmp");
    write("\ud83d\ude00", "astral");
    Files.createDirectories(root.resolve("empty"));
    Path script = write("run.sh", "#!");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
    Files.createSymbolicLink(root.resolve("l"), Path.of("b/x.tf"));

    try (SourceTree tree = DirectoryTree.of(root)) {
      assertThat(tree.entries())
          .containsExactly(
              new TreeEntry("b.tf", TreeEntry.Type.FILE, 1),
              new TreeEntry("b/x.tf", TreeEntry.Type.FILE, 2),
              new TreeEntry("l", TreeEntry.Type.LINK, 6),
              new TreeEntry("run.sh", TreeEntry.Type.EXECUTABLE, 2),
              new TreeEntry("\uff5e", TreeEntry.Type.FILE, 3),
              new TreeEntry("\ud83d\ude00", TreeEntry.Type.FILE, 6));
      assertThat(text(tree, 2)).isEqualTo("b/x.tf");
      assertThat(text(tree, 1)).isEqualTo("bx");
    }
  }

  @Test
  void leaves_git_directories_and_files_out_at_any_depth() throws IOException {
    write(".git/config", "x");
    write("module/.git", "gitdir: ..");
    write("other/.GIT/config", "x");
    write("third/.Git", "gitdir: ..");
    write("module/.gitignore", "x");

    try (SourceTree tree = DirectoryTree.of(root)) {
      assertThat(tree.entries()).extracting(TreeEntry::path).containsExactly("module/.gitignore");
    }
  }

  @Test
  void follows_no_link_out_of_the_directory() throws IOException {
    Path outside = Files.createDirectories(root.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Path inside = Files.createDirectories(root.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("l"), outside);

    try (SourceTree tree = DirectoryTree.of(inside)) {
      assertThat(tree.entries()).extracting(TreeEntry::path).containsExactly("l");
      assertThatThrownBy(() -> TreeGuard.check(tree)).isInstanceOf(IntegrityMismatch.class);
    }
    assertThatThrownBy(() -> DirectoryTree.of(inside.resolve("l")))
        .isInstanceOf(IntegrityMismatch.class);
  }

  @Test
  void does_not_read_through_a_file_that_became_a_link() throws IOException {
    Path file = write("f", "old");
    Path secret = write("secret", "secret");
    try (SourceTree tree = DirectoryTree.of(root)) {
      Files.delete(file);
      Files.createSymbolicLink(file, secret);

      assertThatThrownBy(() -> text(tree, 0)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refuses_pipes_without_opening_them() throws Exception {
    int exit = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start().waitFor();
    assertThat(exit).isZero();

    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> DirectoryTree.of(root));

    assertThat(failure)
        .hasMessage(
            "the source has 1 entries that are neither file nor directory nor link:"
                + " pipe (special file)");
    assertThat(failure.advice())
        .containsExactly(
            "remove them from the source, or name a subdirectory of it (//path) without them");
  }

  private static String text(SourceTree tree, int index) throws IOException {
    try (var in = tree.open(tree.entries().get(index))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
