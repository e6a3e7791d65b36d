package io.github.sourceprovisioner.fetch.git.modules;

import static io.github.sourceprovisioner.fetch.git.modules.Forest.COMMIT;
import static io.github.sourceprovisioner.fetch.git.modules.Forest.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.SourceNotFound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The rows of kind {@code gitsub} in {@code cases/source-uris.json}. They are told in words, so
 * each has its own test; {@code gitsub-004} is about large files and is proven there.
 */
class SubmoduleCasesTest {

  private static final String ROOT = "https://h/a/root";
  private final Forest forest = new Forest();

  @Test
  void everyRowHasATest() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/cases/source-uris.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.split("\"kind\": ?\"gitsub\"", -1)).hasSize(5);
    }
  }

  /** {@code gitsub-001}, as 002 changes it: only if the URI says so, and only what is needed. */
  @Test
  void reachableSubmodulesComeRecursively() throws Exception {
    forest.plant("https://h/a/lib", "x", entry("deep", "../deep"), link("deep"));
    forest.plant("https://h/a/deep", "y", "");
    assertThat(complete(ROOT, "../lib")).hasSize(3);
  }

  /** {@code gitsub-002}. */
  @Test
  void anUnreachableSubmoduleFailsUnlessItIsNotWanted() {
    assertThat(catchThrowableOfType(SourceNotFound.class, () -> complete(ROOT, "../gone")))
        .hasMessageStartingWith("submodule lib: https://h/a/gone: ");
    assertThat(SubmoduleChoice.of(Map.of("submodules", "false")).judge(List.of(link("lib"))))
        .containsExactly("lib is a submodule and is left out");
  }

  /** {@code gitsub-003}: git is afraid of what a file could run; nothing is run here. */
  @Test
  void aRelativeUrlOfAParentOnThisMachineIsFine() throws Exception {
    forest.plant("file:///srv/lib", "x", "");
    assertThat(complete("file:///srv/root", "../lib")).hasSize(2);
  }

  private List<?> complete(String root, String url) throws Exception {
    RepositoryTree tree = forest.repository(root, "main.tf", entry("lib", url), link("lib"));
    return new SubmoduleTrees(forest, false)
        .complete(new ModuleAddress(root, COMMIT, ""), tree)
        .entries();
  }

  private static Gitlink link(String path) {
    return Gitlink.below("", path, COMMIT);
  }
}
