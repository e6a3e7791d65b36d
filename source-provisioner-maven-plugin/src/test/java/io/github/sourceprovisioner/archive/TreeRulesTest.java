package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/./b",
        ".",
        "a//b",
        "a/",
        "",
        "a\\b",
        "..\\x",
        "C:/x",
        "a:stream",
        "line\nfeed",
        "escape\u001b[31m",
        "nul\u0000",
        "c1\u0085",
        "line\u2028separator",
        ".git/config",
        "sub/.git",
        ".GIT/config",
        ".Git",
        ".git./x",
        ".git ",
        "GIT~1/config",
        "git~2",
        ".g\u200cit/config",
        ".gi\ufefft",
        "CON",
        "aux.tf",
        "dir/NUL/x",
        "com1.txt",
        "lpt\u00b9",
        "prn .x",
        "CONOUT$",
        "x.",
        "dir /x",
        "half\ud800",
        "lost\ufffd",
      })
  void refuses_names_that_are_unsafe_anywhere(String path) {
    assertThatThrownBy(() -> check(path, "main.tf")).isInstanceOf(IntegrityMismatch.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.tf",
        ".gitignore",
        ".github/workflows/x.yml",
        ".gitmodules",
        "git~x",
        "console.tf",
        "com10",
        "auxiliary/nul1",
        "..x",
        "x..y",
        "...x",
        " leading",
        "caf\u00e9/\u65e5\u672c.tf",
        "a b/c$d",
      })
  void takes_ordinary_names(String path) {
    assertThatCode(() -> check(path)).doesNotThrowAnyException();
  }

  @Test
  void refuses_entries_that_are_one_on_some_file_systems() {
    assertThatThrownBy(() -> check("Main.tf", "main.tf")).hasMessageContaining("main.tf");
    assertThatThrownBy(() -> check("Dir/a", "dir/b")).hasMessageContaining("the same as");
    assertThatThrownBy(() -> check("caf\u00e9", "cafe\u0301"))
        .isInstanceOf(IntegrityMismatch.class);
    assertThatThrownBy(() -> check("stra\u00dfe", "STRASSE")).isInstanceOf(IntegrityMismatch.class);
    assertThatThrownBy(() -> check("a", "a")).hasMessageContaining("twice");
    assertThatThrownBy(() -> check("a/b", "a")).hasMessageContaining("a file and a directory");
    assertThatThrownBy(() -> check("A", "a/b")).isInstanceOf(IntegrityMismatch.class);
  }

  @Test
  void counts_the_length_of_names_and_paths_in_bytes() {
    String longest = "\u00e9".repeat(127) + "x";

    assertThatCode(() -> check(longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(longest + "x")).hasMessageContaining("longer than 255 bytes");
    assertThatThrownBy(() -> check(String.join("/", Collections.nCopies(41, "x".repeat(100)))))
        .hasMessageContaining("longer than 4096 bytes");
  }

  @Test
  void names_everything_that_offends_escaped_and_says_what_to_do() {
    IntegrityMismatch failure =
        catchThrowableOfType(
            IntegrityMismatch.class, () -> check("ok", "b\u001b[2J", "CON", "Ok", "rtl\u202e:"));

    assertThat(failure)
        .hasMessage(
            "the source has 4 names that not every system can keep apart or write:"
                + " CON (reserved on Windows), Ok (the same as ok on some systems),"
                + " b\\u001b[2J (control character), rtl\\u202e: (colon)");
    assertThat(failure.advice())
        .containsExactly(
            "rename them in the source, or name a subdirectory of it (//path) that does without"
                + " them; a name that cannot be written here may need LC_ALL=C.UTF-8");
  }

  @Test
  void shows_ten_names_and_counts_the_rest() {
    String[] names = IntStream.range(10, 25).mapToObj(i -> i + ":").toArray(String[]::new);

    assertThatThrownBy(() -> check(names))
        .hasMessageStartingWith("the source has 15 names")
        .hasMessageContaining("19: (colon) and 5 more")
        .hasMessageNotContaining("20:");
  }

  @Test
  void shows_no_endless_name() {
    assertThatThrownBy(() -> check("x".repeat(1_000_000)))
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(400));
  }

  @Test
  void stops_at_every_limit_and_says_which() {
    Limits limits = new Limits(3, 10, 15);

    assertThatThrownBy(() -> TreeRules.check(sized(0, 0, 0, 0), limits))
        .hasMessage("the source has more than 3 files and directories");
    assertThatThrownBy(
            () ->
                TreeRules.check(List.of(new TreeEntry("a/b/c/d", TreeEntry.Type.FILE, 0)), limits))
        .hasMessage("the source has more than 3 files and directories");
    assertThatThrownBy(() -> TreeRules.check(sized(11), limits))
        .hasMessage("the file f0 is larger than 10 bytes");
    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> TreeRules.check(sized(10, 6), limits));
    assertThat(failure).hasMessage("the files of the source are larger than 15 bytes together");
    assertThat(failure.advice())
        .containsExactly(
            "name a subdirectory of the source (//path) that holds only what is needed");
    assertThatCode(() -> TreeRules.check(sized(10, 5, -1), limits)).doesNotThrowAnyException();
  }

  private static List<TreeEntry> sized(long... sizes) {
    return IntStream.range(0, sizes.length)
        .mapToObj(i -> new TreeEntry("f" + i, TreeEntry.Type.FILE, sizes[i]))
        .toList();
  }

  private static void check(String... paths) {
    TreeRules.check(
        Stream.of(paths).map(p -> new TreeEntry(p, TreeEntry.Type.FILE, 1)).toList(),
        Limits.DEFAULT);
  }
}
