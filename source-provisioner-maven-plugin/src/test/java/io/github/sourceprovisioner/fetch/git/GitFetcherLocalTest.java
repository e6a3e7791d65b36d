package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.GitFetcherHttpTest.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitFetcherLocalTest {

  private Path root;
  private BareRepository repository;
  private TestContext context;

  @BeforeEach
  void create(@TempDir Path repositories, @TempDir Path store) throws Exception {
    root = repositories;
    repository = new BareRepository(root.resolve("modules.git"));
    context = new TestContext(store);
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void filesLinksAndExecutablesAreReadAsCommitted() throws Exception {
    commit(
        Map.of(
            "a.txt",
            "one\r\n",
            "x:run.sh",
            "#!",
            "l:link",
            "a.txt",
            ".gitattributes",
            "* text eol=lf filter=evil"));
    assertThat(files(""))
        .containsEntry("f a.txt", "one\r\n")
        .containsEntry("x run.sh", "#!")
        .containsEntry("l link", "a.txt")
        .hasSize(4);
  }

  @Test
  void aLocalRepositoryCostsNoTrafficAndChangesNothing() throws Exception {
    commit(Map.of("a", "one"));
    List<String> before = listing();
    files("");
    assertThat(context.requests).isEmpty();
    assertThat(listing()).isEqualTo(before);
    assertThat(context.store()).isEmptyDirectory();
  }

  @Test
  void onlyFileUrlsAreLocal() {
    GitFetcher fetcher = new GitFetcher();
    assertThat(fetcher.local(location("file:///r", "", ""))).isTrue();
    assertThat(fetcher.local(location("https://h/r", "", ""))).isFalse();
  }

  @Test
  void aFullIdIsPinnedAndNothingElseIs() {
    GitFetcher fetcher = new GitFetcher();
    assertThat(fetcher.pinned(location("https://h/r", "A".repeat(40), "")))
        .contains(new Revision("a".repeat(40), Stability.FIXED, Optional.empty()));
    assertThat(fetcher.pinned(location("https://h/r", "v1", ""))).isEmpty();
    assertThat(fetcher.pinned(location("https://h/r", "", ""))).isEmpty();
  }

  @Test
  void aRefIsCheckedBeforeAnythingIsOpened() {
    assertThat(
            catchThrowableOfType(
                InvalidStack.class,
                () ->
                    new GitFetcher()
                        .resolve(location("https://example.invalid/r", "--x", ""), context)))
        .hasMessage("not the name of a git ref: --x");
  }

  @Test
  void nestedTagsMeanTheCommitAtTheirEnd() throws Exception {
    ObjectId commit = commit(Map.of("a", "one"));
    ObjectId inner = repository.tag("inner", commit, Constants.OBJ_COMMIT);
    repository.ref("refs/tags/outer", repository.tag("outer", inner, Constants.OBJ_TAG));
    assertThat(resolve("outer").id()).isEqualTo(commit.name());
  }

  @Test
  void aTagOfAFileIsAnError() throws Exception {
    commit(Map.of("a", "one"));
    ObjectId blob = repository.insert(Constants.OBJ_BLOB, new byte[] {1});
    repository.ref("refs/tags/blob", repository.tag("blob", blob, Constants.OBJ_BLOB));
    ProvisioningException failure = failure(SourceNotFound.class, "blob", "");
    assertThat(failure).hasMessage("refs/tags/blob names a file or a tree, not a commit");
    assertThat(failure.advice()).containsExactly("pick a tag or a branch that stands at a commit");
  }

  @Test
  void aDetachedHeadIsTheDefault() throws Exception {
    ObjectId commit = repository.commit(Map.of("a", "one"));
    repository.detach(commit);
    assertThat(resolve(""))
        .isEqualTo(new Revision(commit.name(), Stability.MOVING, Optional.of("HEAD")));
  }

  @Test
  void anEmptyRepositoryIsAnError() {
    assertThat(failure(SourceNotFound.class, "", "")).hasMessage("the repository is empty");
  }

  @Test
  void theRootOfAWorkTreeIsARepository() throws Exception {
    commit(Map.of("a", "one"));
    Path work = Files.createDirectory(root.resolve("work"));
    Files.move(repository.directory, work.resolve(".git"));
    String url = work.toUri().toString().replaceFirst("^file:/(?!/)", "file:///");
    assertThat(new GitFetcher().resolve(location(url, "main", ""), context).ref())
        .contains("refs/heads/main");
  }

  @Test
  void aPathWithoutARepositoryIsNotFound() {
    ProvisioningException failure =
        catchThrowableOfType(
            SourceNotFound.class,
            () -> new GitFetcher().resolve(location("file:///none/such", "", ""), context));
    assertThat(failure).hasMessage("there is no git repository at this path");
    assertThat(failure.advice()).hasSize(1);
  }

  @Test
  void aBundleIsNotOpened() throws Exception {
    Path bundle = Files.writeString(root.resolve("r.bundle"), "# v2 git bundle\n");
    ProvisioningException failure =
        catchThrowableOfType(
            UnknownSource.class,
            () -> new GitFetcher().resolve(location("file://" + bundle, "", ""), context));
    assertThat(failure).hasMessage("a file is not a git repository, and bundles are not supported");
    assertThat(failure.advice()).hasSize(1);
  }

  @Test
  void aCommitThatIsNotThereIsNotFound() throws Exception {
    commit(Map.of("a", "one"));
    ProvisioningException failure = failure(SourceNotFound.class, "1".repeat(40), "");
    assertThat(failure).hasMessage("the repository has no commit " + "1".repeat(40));
    assertThat(failure.advice())
        .containsExactly("check the commit id, or fetch it into the repository first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"modules/vpc", "modules/v*", "*/vpc", "**/vpc", "modules/[u-w]pc"})
  void aSubdirectoryIsFoundByNameOrPattern(String subdir) throws Exception {
    commit(Map.of("modules/vpc/a", "one", "modules/eks/a", "two", "modules/vpx", "file"));
    if (subdir.equals("modules/v*")) {
      commit(Map.of("modules/vpc/a", "one"));
    }
    assertThat(files(subdir)).containsExactly(Map.entry("f a", "one"));
  }

  @Test
  void aPatternThatMatchesTwiceIsAnErrorThatNamesBoth() throws Exception {
    commit(Map.of("sub/a/f", "one", "sub/main.tf", "two"));
    ProvisioningException failure = failure(InvalidStack.class, "main", "sub/*");
    assertThat(failure).hasMessage("the subdirectory sub/* matches multiple paths");
    assertThat(failure.advice()).containsExactly("pick one of sub/a, sub/main.tf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope*", "{sub,sub2}", "sub/nope"})
  void aMissingSubdirectoryFailsWithWhatIsThere(String subdir) throws Exception {
    commit(Map.of("sub/a/f", "one", "sub2/f", "two"));
    ProvisioningException failure = failure(SourceNotFound.class, "main", subdir);
    assertThat(failure).hasMessage("the subdirectory " + subdir + " is not found");
    assertThat(failure.advice().get(0)).startsWith("pick one of sub");
  }

  @Test
  void aSubdirectoryThatIsAFileIsRefused() throws Exception {
    commit(Map.of("sub/f", "one"));
    ProvisioningException failure = failure(InvalidStack.class, "main", "sub/f");
    assertThat(failure).hasMessage("the subdirectory leads to a file: sub/f");
    assertThat(failure.advice()).containsExactly("name a directory of the repository");
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "link/x", "lin?"})
  void aSubdirectoryThroughALinkIsRefused(String subdir) throws Exception {
    commit(Map.of("l:link", "sub", "sub/x/f", "one"));
    assertThat(failure(InvalidStack.class, "main", subdir))
        .hasMessage("the subdirectory leads to a symbolic link: link");
  }

  @Test
  void aMalformedPatternIsRefused() throws Exception {
    commit(Map.of("a/f", "one"));
    ProvisioningException failure = failure(InvalidStack.class, "main", "[a");
    assertThat(failure).hasMessage("malformed pattern in the subdirectory: [a");
    assertThat(failure.advice()).hasSize(1);
  }

  @Test
  void submodulesBelowTheSubdirectoryAreNamedInAWarning() throws Exception {
    String elsewhere = "1".repeat(40);
    commit(Map.of("a/f", "one", "m:a/lib", elsewhere, "m:other", elsewhere));
    Payload payload = fetch("main", "a");
    assertThat(payload.warnings())
        .containsExactly("lib is a submodule and is left out: not supported yet");
    assertThat(read(payload)).containsExactly(Map.entry("f f", "one"));
  }

  @Test
  void aSubmoduleAsSubdirectoryIsRefused() throws Exception {
    commit(Map.of("m:lib", "1".repeat(40), "a", "one"));
    ProvisioningException failure = failure(UnknownSource.class, "main", "lib");
    assertThat(failure).hasMessage("lib is a submodule, and submodules are not supported yet");
    assertThat(failure.advice())
        .containsExactly("use the repository of the submodule as the source");
  }

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
            "choose a subdirectory without such files",
            "publish the content as an archive, and use that as the source");
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
        .hasMessage("the repository holds what is not safe on every system, in the root directory");
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
        .hasMessageEndingWith("in a file name that is not UTF-8");
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
    assertThat(failure).hasMessage("the tree holds more than 500000 files");
    assertThat(failure.advice()).containsExactly("choose a subdirectory");
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

  private void deliver(TreeFormatter tree) throws Exception {
    ObjectId id = repository.insert(Constants.OBJ_TREE, tree.toByteArray());
    repository.ref("refs/heads/main", repository.commitOf(id));
  }

  private ObjectId commit(Map<String, String> files) throws Exception {
    ObjectId commit = repository.commit(files);
    repository.ref("refs/heads/main", commit);
    return commit;
  }

  private Revision resolve(String ref) throws Exception {
    return new GitFetcher().resolve(location(repository.url(), ref, ""), context);
  }

  private Payload fetch(String ref, String subdir) throws Exception {
    return new GitFetcher()
        .fetch(location(repository.url(), ref, subdir), resolve(ref), root, context);
  }

  private Map<String, String> files(String subdir) throws Exception {
    return read(fetch("main", subdir));
  }

  private <T extends ProvisioningException> T failure(Class<T> type, String ref, String subdir) {
    return catchThrowableOfType(type, () -> fetch(ref, subdir));
  }

  private List<String> listing() throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
