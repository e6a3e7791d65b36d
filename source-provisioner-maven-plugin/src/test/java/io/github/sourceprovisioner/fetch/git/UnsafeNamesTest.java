package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has to rename files wants to know all of them at once. */
class UnsafeNamesTest {

  private static final String PREFIX = "the repository holds what is not safe on every system: ";

  private Path served;
  private BareRepository repository;
  private Client client;
  private ObjectId blob;

  @BeforeEach
  void create(@TempDir Path root) throws Exception {
    served = Files.createDirectory(root.resolve("served"));
    repository = new BareRepository(served.resolve("r.git"));
    client = new Client(root.resolve("client"));
    blob = repository.insert(Constants.OBJ_BLOB, new byte[] {1});
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void theNamesOfAllDirectoriesAreListed() throws Exception {
    ObjectId inner = tree(files("README", "aux.tf", "readme", "x."));
    ObjectId git = tree(files("config"));
    TreeFormatter middle = files("CON");
    middle.append("inner", FileMode.TREE, inner);
    TreeFormatter root = new TreeFormatter();
    root.append(".GIT", FileMode.TREE, git);
    root.append("a", FileMode.TREE, tree(middle));
    root.append("b", FileMode.TREE, tree(files("fine", "git~1")));
    commit(root);
    String all =
        PREFIX + ".GIT, a/CON, a/inner/README, a/inner/aux.tf, a/inner/readme, a/inner/x., b/git~1";

    assertThat(local()).hasMessage(all);
    try (NginxGit nginx = NginxGit.start(served)) {
      assertThat(at(nginx.url(Door.OPEN, "r.git"))).hasMessage(all);
      assertThat(at(nginx.url(Door.OLD_PROTOCOL, "r.git"))).hasMessage(all);
    }
  }

  @Test
  void whatATerminalCouldObeyIsNotShown() throws Exception {
    TreeFormatter root = files(".g\u200cit", "a\nb", "a\u001b[2Jb");
    root.append(new byte[] {'l', (byte) 0xe9}, 0, 2, FileMode.REGULAR_FILE, blob);
    commit(root);

    assertThat(local()).hasMessage(PREFIX + ".g?it, a?[2Jb, a?b, l\u00e9");
    assertThat(local().advice())
        .singleElement()
        .asString()
        .startsWith("rename them in the repository (")
        .doesNotContain("\u200c", "\n");
  }

  @Test
  void oneNameIsSaidToBeOne() throws Exception {
    commit(files("CON"));

    assertThat(local().advice())
        .singleElement()
        .asString()
        .startsWith("rename it in the repository (");
  }

  @Test
  void fiftyAreShownAndTheRestIsCounted() throws Exception {
    String[] names = new String[60];
    for (int i = 0; i < names.length; i++) {
      names[i] = "f%02d.".formatted(i);
    }
    commit(files(names));

    assertThat(local())
        .hasMessageStartingWith(PREFIX + "f00., f01.")
        .hasMessageEndingWith("f49. and 10 more");
  }

  @Test
  void whatStandsBesideTheSubdirectoryDoesNotMatter() throws Exception {
    TreeFormatter root = new TreeFormatter();
    root.append("a", FileMode.TREE, tree(files("CON")));
    root.append("b", FileMode.TREE, tree(files("main.tf")));
    commit(root);

    try (NginxGit nginx = NginxGit.start(served)) {
      for (String url : new String[] {repository.url(), nginx.url(Door.OPEN, "r.git")}) {
        assertThat(client.files(url, "main", "b"))
            .containsExactly(Map.entry("f main.tf", "\u0001"));
      }
    }
  }

  private TreeFormatter files(String... names) {
    TreeFormatter tree = new TreeFormatter();
    for (String name : names) {
      byte[] raw = name.getBytes(StandardCharsets.UTF_8);
      tree.append(raw, 0, raw.length, FileMode.REGULAR_FILE, blob);
    }
    return tree;
  }

  private ObjectId tree(TreeFormatter tree) throws Exception {
    return repository.insert(Constants.OBJ_TREE, tree.toByteArray());
  }

  private void commit(TreeFormatter root) throws Exception {
    repository.ref("refs/heads/main", repository.commitOf(tree(root)));
  }

  private ProvisioningException local() {
    return at(repository.url());
  }

  private ProvisioningException at(String url) {
    return client.failure(IntegrityMismatch.class, url, "main");
  }
}
