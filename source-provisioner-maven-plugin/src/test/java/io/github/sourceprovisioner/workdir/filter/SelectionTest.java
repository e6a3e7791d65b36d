package io.github.sourceprovisioner.workdir.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.TreeEntry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final List<TreeEntry> TREE =
      Stream.of("main.tf", "docs/a.md", "docs/sub/b.tf", "test/main.tf", ".git/config")
          .map(path -> new TreeEntry(path, TreeEntry.Type.FILE, 1))
          .toList();

  @Test
  void refusesAPatternThatCanMatchNothingAndSaysHowToWriteIt() {
    InvalidStack e =
        catchThrowableOfType(
            InvalidStack.class, () -> Selection.of(new Filters(List.of(), List.of("/docs/*.md"))));

    assertThat(e).hasMessage("excluded_paths: the pattern \"/docs/*.md\" is absolute");
    assertThat(e.advice())
        .containsExactly(
            "write a pattern that starts at the root of the source, without a leading slash and"
                + " without \"..\", such as \"modules/**/*.tf\"");
  }

  @Test
  void refusesFiltersThatChooseNothing() {
    InvalidStack e =
        catchThrowableOfType(InvalidStack.class, () -> choose(List.of("docs/"), List.of()));

    assertThat(e)
        .hasMessage("included_paths and excluded_paths choose none of the 5 files of the source");
    assertThat(e.advice())
        .hasSize(1)
        .first()
        .asString()
        .contains("\"modules/**\"", "exclusion wins");
  }

  @Test
  void refusesASourceWithoutFiles() {
    SourceNotFound e =
        catchThrowableOfType(
            SourceNotFound.class, () -> Selection.of(Filters.NONE).select(List.of()));

    assertThat(e).hasMessage("the source holds no files");
    assertThat(e.advice())
        .containsExactly("check the subdirectory after // and the version of the source");
  }

  @Test
  void takesEverythingButGitDataWithoutFilters() {
    assertThat(choose(List.of(), List.of()))
        .containsExactly("docs/a.md", "docs/sub/b.tf", "main.tf", "test/main.tf");
  }

  @Test
  void anExcludedDirectoryTakesEverythingBelowWithIt() {
    assertThat(choose(List.of("**/*.tf"), List.of("docs")))
        .containsExactly("main.tf", "test/main.tf");
  }

  @Test
  void exclusionWinsOverInclusion() {
    assertThat(choose(List.of("**/main.tf"), List.of("test/**"))).containsExactly("main.tf");
  }

  @Test
  void inclusionLooksAtFilesOnly() {
    assertThat(choose(List.of("docs/*"), List.of())).containsExactly("docs/a.md");
  }

  private static List<String> choose(List<String> included, List<String> excluded) {
    return Selection.of(new Filters(included, excluded)).select(TREE).stream()
        .map(TreeEntry::path)
        .toList();
  }
}
