package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Upstream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refs that mislead, as git itself tells them over both protocols. */
class RealRefsTest extends BehindNginx {

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "OLD_PROTOCOL"})
  void everyKindOfTagMeansItsCommit(Door door) throws Exception {
    upstream.git("tag", "plain", first);
    upstream.git("tag", "-a", "-m", "m", "annotated", first);
    upstream.git("tag", "-a", "-m", "m", "nested", "annotated");
    upstream.git("tag", "-a", "signed", first, "-m", signature());
    for (String tag : new String[] {"plain", "annotated", "nested", "signed"}) {
      assertThat(resolve(door, tag))
          .isEqualTo(new Revision(first, Stability.TAG, Optional.of("refs/tags/" + tag)));
      assertThat(files(door, tag)).containsExactly(Map.entry("f a", "one"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "OLD_PROTOCOL"})
  void aTagOfATreeOrAFileIsAnError(Door door) throws Exception {
    upstream.git("tag", "tree", "main^{tree}");
    upstream.git("tag", "-a", "-m", "m", "file", "main:a");
    for (String tag : new String[] {"tree", "file"}) {
      ProvisioningException failure =
          client.failure(SourceNotFound.class, nginx.url(door, "r.git"), tag);
      assertThat(failure).hasMessage("refs/tags/" + tag + " names a file or a tree, not a commit");
      assertThat(failure.advice())
          .containsExactly("pick a tag or a branch that stands at a commit");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "OLD_PROTOCOL"})
  void namesThatLookLikeSomethingElseAreBranches(Door door) throws Exception {
    for (String name : new String[] {"feat/x", "abcdef0", "v1.2.3", "a@b", "1.10"}) {
      upstream.git("update-ref", "refs/heads/" + name, first);
      assertThat(resolve(door, name))
          .isEqualTo(new Revision(first, Stability.MOVING, Optional.of("refs/heads/" + name)));
    }
  }

  @Test
  void aTagAndABranchOfOneNameAskForMore() throws Exception {
    upstream.git("tag", "both", first);
    upstream.git("update-ref", "refs/heads/both", second);
    ProvisioningException failure =
        client.failure(InvalidStack.class, nginx.url(Door.OPEN, "r.git"), "both");
    assertThat(failure).hasMessage("both a tag and a branch have the name both");
    assertThat(files(Door.OPEN, "refs/tags/both")).containsExactly(Map.entry("f a", "one"));
    assertThat(files(Door.OPEN, "refs/heads/both")).containsExactly(Map.entry("f a", "two"));
  }

  @Test
  void fortyHexDigitsOfNoCommitAreNotABranch() throws Exception {
    String name = "c".repeat(40);
    upstream.git("update-ref", "refs/heads/" + name, first);
    assertThat(client.failure(SourceNotFound.class, nginx.url(Door.OPEN, "r.git"), name))
        .hasMessage("the host does not hand out commit " + name);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "OLD_PROTOCOL"})
  void fortyHexDigitsAreTheCommitAndNotTheBranch(Door door) throws Exception {
    upstream.git("update-ref", "refs/heads/" + first, second);
    assertThat(files(door, first)).containsExactly(Map.entry("f a", "one"));
  }

  @Test
  void anEmptyRepositoryIsSaidToBeEmpty() throws Exception {
    Upstream.create(served.resolve("empty.git"));
    ProvisioningException failure =
        client.failure(SourceNotFound.class, nginx.url(Door.OPEN, "empty.git"), "");
    assertThat(failure).hasMessage("the repository is empty");
    assertThat(failure.advice())
        .containsExactly("push a commit to it, or check that the URL names the right repository");
  }

  @Test
  void aDefaultBranchThatIsGoneAsksForAVersion() throws Exception {
    upstream.git("symbolic-ref", "HEAD", "refs/heads/master");
    ProvisioningException failure =
        client.failure(SourceNotFound.class, nginx.url(Door.OPEN, "r.git"), "");
    assertThat(failure).hasMessage("the repository has no default branch");
    assertThat(failure.advice()).containsExactly("add a version; pick one of main");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "OLD_PROTOCOL"})
  void aDetachedHeadIsTheDefault(Door door) throws Exception {
    upstream.git("update-ref", "--no-deref", "HEAD", first);
    assertThat(resolve(door, ""))
        .isEqualTo(new Revision(first, Stability.MOVING, Optional.of("HEAD")));
    assertThat(files(door, "")).containsExactly(Map.entry("f a", "one"));
  }

  private Revision resolve(Door door, String ref) throws Exception {
    return client.resolve(nginx.url(door, "r.git"), ref);
  }

  private Map<String, String> files(Door door, String ref) throws Exception {
    return client.files(nginx.url(door, "r.git"), ref, "");
  }

  private static String signature() {
    return "m\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n";
  }
}
