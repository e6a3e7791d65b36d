package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** A repository on this machine is read where it is, and stays as it is. */
class GitFetcherLocalTest extends LocalSource {

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

  private List<String> listing() throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
