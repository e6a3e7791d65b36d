package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository holds is not trusted. */
class HostileRepositoryTest extends LocalSource {

  @Test
  void aPointerOfGitLfsIsNeverDelivered() throws Exception {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a".repeat(64) + "\nsize 9\n";
    commit(Map.of("a/big.bin", pointer, "a/copy.bin", pointer, "b/f", "one"));
    ProvisioningException failure = failure(IntegrityMismatch.class, "main", "a");
    assertThat(failure)
        .hasMessage(
            "the content of big.bin, copy.bin is in Git LFS,"
                + " and only pointers to it are in the repository");
    assertThat(failure.advice())
        .containsExactly(
            "add lfs=true to the URI, so that the content is fetched, too",
            "choose a subdirectory without such files");
    assertThat(files("b")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".GIT",
        "git~1",
        ".g\u200cit",
        "..",
        "a\\b",
        "CON",
        "x.",
        "a\nb",
        "a\u001bb"
      })
  void aNameThatIsNotSafeEverywhereIsRefused(String name) throws Exception {
    TreeFormatter tree = new TreeFormatter();
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    ObjectId blob = repository.insert(Constants.OBJ_BLOB, new byte[] {1});
    tree.append(raw, 0, raw.length, FileMode.REGULAR_FILE, blob);
    deliver(tree);
    ProvisioningException failure = failure(IntegrityMismatch.class, "main", "");
    assertThat(failure)
        .hasMessageStartingWith("the repository holds what is not safe on every system: ");
    assertThat(failure.getMessage() + failure.advice()).doesNotContain("\n", "\u001b");
    assertThat(failure.advice().get(0)).startsWith("rename it in the repository (");
  }

  @Test
  void namesThatDifferInCaseOnlyAreRefused() throws Exception {
    commit(Map.of("README", "one", "readme", "two"));
    assertThat(failure(IntegrityMismatch.class, "main", ""))
        .hasMessageStartingWith("the repository holds what is not safe on every system");
  }

  @Test
  void aNameThatIsNotUtf8IsRefused() throws Exception {
    TreeFormatter tree = new TreeFormatter();
    byte[] latin1 = {'a', (byte) 0xe9};
    ObjectId blob = repository.insert(Constants.OBJ_BLOB, new byte[] {1});
    tree.append(latin1, 0, 2, FileMode.REGULAR_FILE, blob);
    deliver(tree);
    assertThat(failure(IntegrityMismatch.class, "main", ""))
        .hasMessage("the repository holds what is not safe on every system: a\u00e9");
  }

  @Test
  void treesThatNameEachOtherOftenStopAtALimit() throws Exception {
    ObjectId tree = repository.insert(Constants.OBJ_BLOB, new byte[] {1});
    FileMode mode = FileMode.REGULAR_FILE;
    for (int depth = 0; depth < 8; depth++) {
      TreeFormatter formatter = new TreeFormatter();
      for (char name = 'a'; name <= 'j'; name++) {
        formatter.append(String.valueOf(name), mode, tree);
      }
      tree = repository.insert(Constants.OBJ_TREE, formatter.toByteArray());
      mode = FileMode.TREE;
    }
    repository.ref("refs/heads/main", repository.commitOf(tree));
    ProvisioningException failure = failure(IntegrityMismatch.class, "main", "");
    assertThat(failure).hasMessage("the tree holds more than 500000 files and directories");
    assertThat(failure.advice()).containsExactly("choose a subdirectory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"objects/info/alternates", "commondir"})
  void objectsOfAnotherRepositoryAreNotLentThroughIt(String file) throws Exception {
    commit(Map.of("a", "one"));
    try (BareRepository secret = new BareRepository(root.resolve("secret.git"))) {
      ObjectId hidden = secret.commit(Map.of("key", "hidden"));
      Path elsewhere = secret.directory.resolve(file.equals("commondir") ? "" : "objects");
      Path lender = repository.directory.resolve(file);
      Files.createDirectories(lender.getParent());
      Files.writeString(lender, elsewhere + "\n");
      repository.ref("refs/heads/stolen", hidden);
    }
    assertLending(failure(IntegrityMismatch.class, "stolen", ""), file);
    assertLending(failure(IntegrityMismatch.class, "main", ""), file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"objects", "objects/pack"})
  void objectsBehindALinkAreNotRead(String directory) throws Exception {
    commit(Map.of("a", "one"));
    Path objects = repository.directory.resolve(directory);
    Files.createDirectories(objects);
    Path elsewhere = Files.move(objects, root.resolve("elsewhere"));
    Files.createSymbolicLink(objects, elsewhere);
    assertLending(failure(IntegrityMismatch.class, "main", ""), directory);
  }

  private static void assertLending(ProvisioningException failure, String file) {
    assertThat(failure).hasMessage("the repository borrows its objects from elsewhere: " + file);
    assertThat(failure.advice())
        .containsExactly(
            "clone it with git clone --dissociate, and name the clone",
            "use the repository that the objects belong to");
  }

  @Test
  void aRepositoryThatLacksObjectsIsAnError() throws Exception {
    TreeFormatter tree = new TreeFormatter();
    tree.append("a", FileMode.REGULAR_FILE, ObjectId.fromString("2".repeat(40)));
    deliver(tree);
    ProvisioningException failure = failure(IntegrityMismatch.class, "main", "");
    assertThat(failure).hasMessageStartingWith("the repository lacks objects of commit ");
    assertThat(failure.advice())
        .containsExactly("fetch them into it: a partial clone does not hold everything");
  }

  @Test
  void directoriesWithoutAnyFileCannotGoOnForEver() throws Exception {
    ObjectId tree = repository.insert(Constants.OBJ_TREE, new byte[0]);
    for (int level = 0; level < 2; level++) {
      TreeFormatter many = new TreeFormatter();
      for (int i = 0; i < 710; i++) {
        many.append("d%03d".formatted(i), FileMode.TREE, tree);
      }
      tree = repository.insert(Constants.OBJ_TREE, many.toByteArray());
    }
    repository.ref("refs/heads/main", repository.commitOf(tree));
    ProvisioningException failure = failure(IntegrityMismatch.class, "main", "");
    assertThat(failure).hasMessage("the tree holds more than 500000 files and directories");
    assertThat(failure.advice()).containsExactly("choose a subdirectory");
  }
}
