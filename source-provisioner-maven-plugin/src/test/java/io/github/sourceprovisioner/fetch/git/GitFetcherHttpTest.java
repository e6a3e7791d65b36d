package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.Misbehavior.firstPost;
import static io.github.sourceprovisioner.fetch.git.Misbehavior.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** Refs and files come from a server, with as little traffic as it allows. */
class GitFetcherHttpTest extends ServedRepository {

  @Test
  void anAnnotatedTagMeansItsCommit() throws Exception {
    assertThat(new GitFetcher().resolve(at("v1", ""), context))
        .isEqualTo(new Revision(first.name(), Stability.TAG, Optional.of("refs/tags/v1")));
  }

  @Test
  void theDefaultBranchIsFollowedByItsName() throws Exception {
    assertThat(new GitFetcher().resolve(at("", ""), context))
        .isEqualTo(new Revision(second.name(), Stability.MOVING, Optional.of("refs/heads/main")));
  }

  @Test
  void refsAreAskedForOnceInARun() throws Exception {
    GitFetcher fetcher = new GitFetcher();
    fetcher.expect(List.of(at("v1", ""), at("main", "vpc"), at("", "")));
    for (String ref : List.of("v1", "main", "", "v1")) {
      fetcher.resolve(at(ref, ""), context);
    }
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void aQuestionThatFailedIsAskedAgain() throws Exception {
    GitFetcher fetcher = new GitFetcher();
    server.behavior = status(503);
    assertThatThrownBy(() -> fetcher.resolve(at("v1", ""), context))
        .isInstanceOf(TransferFailed.class);
    server.behavior = (request, response) -> false;
    assertThat(fetcher.resolve(at("v1", ""), context).id()).isEqualTo(first.name());
  }

  @Test
  void theWholeTreeComesWithItsModes() throws Exception {
    assertThat(files("v1", ""))
        .containsEntry("f vpc/main.tf", "one")
        .containsEntry("x run.sh", "#!")
        .hasSize(3);
  }

  @Test
  void aSecondFetchOfACommitAsksNobody() throws Exception {
    files("v1", "");
    server.requests.clear();
    Revision revision = new Revision(first.name(), Stability.FIXED, Optional.empty());
    assertThat(read(fetch(new GitFetcher(), at("v1", ""), revision))).hasSize(3);
    assertThat(read(fetch(new GitFetcher(), at("v1", "vpc"), revision))).hasSize(1);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aSubdirectoryCostsOnlyItsOwnBlobs() throws Exception {
    assertThat(files("v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(context.bytes).isLessThan(10_000);
    assertThat(context.requests).isNotEmpty().hasSize(server.requests.size());
    assertThat(context.completed).isEqualTo(context.requests.size());
  }

  @Test
  void aSubdirectoryComesFromAServerThatCannotFilter() throws Exception {
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowFilter", false);
    repository.repository.getConfig().save();
    assertThat(files("v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
  }

  @Test
  void theWholeTreeComesAfterAPart() throws Exception {
    files("v1", "vpc");
    assertThat(files("v1", "")).hasSize(3);
    assertThat(files("main", "")).containsEntry("f vpc/main.tf", "two");
  }

  @Test
  void aCommitThatNoRefReachesIsFetchedById() throws Exception {
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
    repository.repository.getConfig().save();
    ObjectId hidden = repository.commit(Map.of("a", "hidden"));
    assertThat(files(hidden.name(), "")).containsExactly(Map.entry("f a", "hidden"));
  }

  @Test
  void aCommitThatIsNotThereIsSaidSoWithoutACloneOfEverything() {
    server.behavior = firstPost(server, "003cERR upload-pack: not our ref " + "1".repeat(27));
    ProvisioningException failure = failure(SourceNotFound.class, "1".repeat(40), "");
    assertThat(failure).hasMessage("the host does not hand out commit " + "1".repeat(40));
    assertThat(failure.advice()).contains("pick a tag or a branch instead");
    assertThat(context.bytes).isLessThan(10_000);
  }

  @Test
  void aServerOfTheOldProtocolGivesTheCommitOfAnAnnotatedTag() throws Exception {
    server.oldProtocol = true;
    assertThat(files("v1", "")).containsEntry("f vpc/main.tf", "one");
  }

  @Test
  void aServerOfTheOldProtocolGivesACommitInTheMiddleOfTheHistory() throws Exception {
    server.oldProtocol = true;
    repository.ref("refs/tags/v1", second);
    assertThat(files(first.name(), "vpc")).containsExactly(Map.entry("f main.tf", "one"));
  }
}
