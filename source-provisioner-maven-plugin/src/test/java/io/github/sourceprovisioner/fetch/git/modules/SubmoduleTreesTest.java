package io.github.sourceprovisioner.fetch.git.modules;

import static io.github.sourceprovisioner.fetch.git.modules.Forest.COMMIT;
import static io.github.sourceprovisioner.fetch.git.modules.Forest.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmoduleTreesTest {

  private static final String ROOT = "https://h/a/root";

  private final Forest forest = new Forest();

  @Test
  void aSubmoduleWithoutAnEntryIsAnErrorThatNamesIt() {
    SourceNotFound failure = failure(SourceNotFound.class, "", link("lib"));
    assertThat(failure)
        .hasMessage(
            "submodule lib: the .gitmodules of its repository does not say where it comes from");
    assertThat(failure.advice())
        .containsExactly(
            "add it there with git submodule add, or remove it from the repository",
            "choose a subdirectory without it");
    assertThat(forest.closed).containsExactly(ROOT);
  }

  @Test
  void anEntryWithoutUrlIsAsGoodAsNone() {
    assertThat(failure(SourceNotFound.class, "[submodule \"lib\"]\n\tpath = lib\n", link("lib")))
        .hasMessageContaining("does not say where it comes from");
  }

  @Test
  void aRefusedUrlIsNeverOpened() {
    assertThat(failure(IntegrityMismatch.class, entry("lib", "ext::sh"), link("lib")))
        .hasMessageStartingWith("submodule lib: the URL of a submodule is refused");
    assertThat(forest.opened).isEmpty();
  }

  @Test
  void aSubmoduleThatIsGoneIsNamedWithItsUrlAndAllIsClosed() {
    forest.plant("https://h/a/lib", "x", entry("deep", "../gone"), link("deep"));
    SourceNotFound failure = failure(SourceNotFound.class, entry("lib", "../lib"), link("lib"));
    assertThat(failure)
        .hasMessage("submodule lib: submodule deep: https://h/a/gone: no such repository");
    assertThat(failure.advice()).containsExactly("check the URL");
    assertThat(forest.closed).containsExactlyInAnyOrder(ROOT, "https://h/a/lib");
  }

  @Test
  void aRepositoryThatContainsItselfIsRefused() {
    forest.plant("https://h/a/lib", "x", entry("again", "../lib"), link("again"));
    IntegrityMismatch failure =
        failure(IntegrityMismatch.class, entry("lib", "../lib"), link("lib"));
    assertThat(failure).hasMessage("submodule lib: submodule again: it contains itself");
    assertThat(failure.advice())
        .containsExactly(
            "choose a subdirectory that needs fewer submodules",
            "use the repository of the submodule as a source of its own");
  }

  @Test
  void nestingEndsAtTenLevels() {
    for (int i = 1; i <= 11; i++) {
      forest.plant("https://h/a/m" + i, "x", entry("m", "../m" + (i + 1)), link("m"));
    }
    assertThat(failure(IntegrityMismatch.class, entry("m", "../m1"), link("m")))
        .hasMessageEndingWith("submodules are nested more than 10 deep");
    assertThat(forest.opened).hasSize(10);
    assertThat(forest.closed).hasSize(11);
  }

  @Test
  void aSourceHasAHundredSubmodulesAndNoMore() {
    Gitlink[] links = IntStream.range(0, 101).mapToObj(i -> link("m" + i)).toArray(Gitlink[]::new);
    StringBuilder text = new StringBuilder();
    for (Gitlink link : links) {
      text.append(entry(link.path(), "../lib"));
    }
    forest.plant("https://h/a/lib", "x", "");
    assertThat(failure(IntegrityMismatch.class, text.toString(), links))
        .hasMessage("submodule m100: the source has more than 100 submodules");
    assertThat(forest.opened).hasSize(100);
  }

  @Test
  void submodulesAndTheirsAreUnderTheirPaths() throws Exception {
    forest.plant("https://h/a/lib", "x", entry("in/deep", "./deep"), link("in/deep"));
    forest.plant("https://h/a/lib/deep", "y", "");
    SourceTree tree = complete(entry("vpc/lib", "../lib"), Gitlink.below("vpc", "lib", COMMIT));

    assertThat(tree.entries())
        .extracting(TreeEntry::path)
        .containsExactlyInAnyOrder("main.tf", "lib/x", "lib/in/deep/y");
    assertThat(forest.opened)
        .containsExactly(
            new ModuleAddress("https://h/a/lib", COMMIT, ""),
            new ModuleAddress("https://h/a/lib/deep", COMMIT, ""));
    for (TreeEntry entry : tree.entries()) {
      if (entry.path().equals("lib/in/deep/y")) {
        assertThat(tree.open(entry)).hasContent("https://h/a/lib/deep:y");
      }
    }
    tree.close();
    assertThat(forest.closed).hasSize(3);
  }

  @Test
  void aWantedDirectoryInsideASubmoduleIsAllThereIs() throws Exception {
    forest.plant("https://h/a/lib", "x", "");
    RepositoryTree root =
        forest.repository(ROOT, "", entry("lib", "../lib"), Gitlink.around("lib", COMMIT, "aws"));
    SourceTree tree = trees().complete(new ModuleAddress(ROOT, COMMIT, "lib/aws"), root);

    assertThat(tree.entries()).extracting(TreeEntry::path).containsExactly("x");
    assertThat(forest.opened).containsExactly(new ModuleAddress("https://h/a/lib", COMMIT, "aws"));
  }

  @Test
  void aFileThatNobodyNeedsIsNotRead() throws Exception {
    assertThat(complete("no configuration").entries()).hasSize(1);
  }

  private SubmoduleTrees trees() {
    return new SubmoduleTrees(forest, false);
  }

  private static Gitlink link(String path) {
    return Gitlink.below("", path, COMMIT);
  }

  private SourceTree complete(String gitmodules, Gitlink... links) throws Exception {
    RepositoryTree root = forest.repository(ROOT, "main.tf", gitmodules, links);
    return trees().complete(new ModuleAddress(ROOT, COMMIT, ""), root);
  }

  private <T extends ProvisioningException> T failure(
      Class<T> type, String gitmodules, Gitlink... links) {
    return catchThrowableOfType(type, () -> complete(gitmodules, links));
  }
}
