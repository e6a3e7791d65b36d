package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"b.tf", "./b.tf", "../sub/b.tf", "../main.tf", "../other", "../other/", "deep/.."})
  void takes_a_relative_link_to_something_in_the_tree(String target) {
    MemoryTree tree = tree();
    if (target.equals("deep/..")) {
      assertThatThrownBy(() -> TreeGuard.check(tree.link("sub/l", target)))
          .hasMessageContaining("a loop");
    } else {
      assertThatCode(() -> TreeGuard.check(tree.link("sub/l", target))).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/passwd, not relative",
    "C:\\x, not relative",
    "..\\main.tf, not relative",
    "../../x, outside",
    "../../../etc/passwd, outside",
    "missing, does not exist",
    "missing/../b.tf, does not exist",
    "b.tf/../b.tf, does not exist",
    "b.tf/, does not exist",
    "B.tf, does not exist",
    "l, through another link",
    "first, through another link",
    "dir/x.tf, through another link",
  })
  void refuses_any_other_target(String target, String reason) {
    MemoryTree tree =
        tree().link("sub/first", "b.tf").link("sub/dir", "../other").link("sub/l", target);

    assertThatThrownBy(() -> TreeGuard.check(tree))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageContaining("sub/l (")
        .hasMessageContaining(reason);
  }

  @Test
  void refuses_links_that_a_walk_would_follow_for_ever() {
    assertThatThrownBy(() -> TreeGuard.check(tree().link("sub/up", ".")))
        .hasMessageContaining("sub/up (a loop)");
    assertThatThrownBy(() -> TreeGuard.check(tree().link("sub/root", "..")))
        .hasMessageContaining("sub/root (a loop)");
    assertThatThrownBy(
            () ->
                TreeGuard.check(tree().link("sub/there", "../other").link("other/back", "../sub")))
        .hasMessageContaining("2 links")
        .hasMessageContaining("other/back (a loop)")
        .hasMessageContaining("sub/there (a loop)");
  }

  @Test
  void takes_directory_links_that_lead_on_without_a_loop() {
    MemoryTree tree = tree().link("a/l", "../sub").link("sub/deep/l", "../../other");

    assertThatCode(() -> TreeGuard.check(tree)).doesNotThrowAnyException();
  }

  @Test
  void refuses_targets_that_are_no_text_empty_or_endless() {
    assertThatThrownBy(() -> TreeGuard.check(tree().link("l", new byte[] {(byte) 0xff})))
        .hasMessageContaining("l (a target that is no path)");
    assertThatThrownBy(() -> TreeGuard.check(tree().link("l", "")))
        .hasMessageContaining("l (a target that is no path)");
    assertThatThrownBy(() -> TreeGuard.check(tree().link("l", "./".repeat(4000) + "main.tf")))
        .hasMessageContaining("l (a target that is no path)");
  }

  @Test
  void refuses_a_link_and_a_directory_of_one_name() {
    assertThatThrownBy(() -> TreeGuard.check(tree().link("sub", "other")))
        .hasMessageContaining("sub (a file and a directory)");
  }

  @Test
  void names_all_links_and_says_what_to_do() {
    IntegrityMismatch failure =
        catchThrowableOfType(
            IntegrityMismatch.class,
            () -> TreeGuard.check(tree().link("x", "/etc/\u001bx").link("y", "../../z")));

    assertThat(failure)
        .hasMessage(
            "the source has 2 links that do not stay inside it: x (to /etc/\\u001bx, which is not"
                + " relative), y (to ../../z, which is outside)");
    assertThat(failure.advice())
        .containsExactly(
            "replace them in the source by files or by relative links to files beside them, or"
                + " name a subdirectory of the source (//path) that does without them");
  }

  private static MemoryTree tree() {
    return new MemoryTree()
        .file("main.tf")
        .file("sub/b.tf")
        .file("sub/deep/c.tf")
        .file("other/x.tf");
  }
}
