package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefChoiceTest {

  private static final String C1 = "c1".repeat(20);
  private static final String C2 = "c2".repeat(20);
  private static final String C3 = "c3".repeat(20);

  private static final Advertisement REPOSITORY =
      advertisement(
          Map.of(
              "refs/heads/trunk",
              C2,
              "refs/tags/v1",
              C1,
              "refs/heads/feature/x",
              C3,
              "refs/heads/both",
              C1,
              "refs/tags/both",
              C1,
              "refs/heads/deadbeef",
              C3,
              "refs/heads/sub",
              C3,
              "refs/heads/" + "e".repeat(40),
              C3,
              "refs/pull/1/head",
              "d1".repeat(20)));

  @Test
  void nothingAndHeadMeanTheDefaultBranch() {
    Revision expected = new Revision(C2, Stability.MOVING, Optional.of("refs/heads/trunk"));
    assertThat(new RefChoice(REPOSITORY).choose(Optional.empty())).isEqualTo(expected);
    assertThat(choose("HEAD")).isEqualTo(expected);
  }

  @Test
  void aDetachedHeadWorks() {
    Advertisement detached = new Advertisement(new TreeMap<>(), Optional.of(C1), Optional.empty());
    assertThat(new RefChoice(detached).choose(Optional.empty()))
        .isEqualTo(new Revision(C1, Stability.MOVING, Optional.of("HEAD")));
  }

  @ParameterizedTest
  @CsvSource({
    "v1, c1, TAG, refs/tags/v1",
    "feature/x, c3, MOVING, refs/heads/feature/x",
    "sub, c3, MOVING, refs/heads/sub",
    "deadbeef, c3, MOVING, refs/heads/deadbeef",
    "refs/heads/feature/x, c3, MOVING, refs/heads/feature/x",
    "refs/tags/both, c1, TAG, refs/tags/both",
    "refs/heads/both, c1, MOVING, refs/heads/both",
    "refs/pull/1/head, d1, MOVING, refs/pull/1/head",
    "origin/feature/x, c3, MOVING, refs/heads/feature/x",
  })
  void aNameMeansWhatItSays(String ref, String pair, Stability stability, String full) {
    assertThat(choose(ref)).isEqualTo(new Revision(pair.repeat(20), stability, Optional.of(full)));
  }

  @Test
  void fortyHexDigitsAreACommitAlsoIfABranchHasThatName() {
    assertThat(choose("E".repeat(40)))
        .isEqualTo(new Revision("e".repeat(40), Stability.FIXED, Optional.empty()));
  }

  @Test
  void theStartOfAnIdMeansTheOnlyTipThatStartsSo() {
    assertThat(choose("C2c2c2c")).isEqualTo(new Revision(C2, Stability.FIXED, Optional.empty()));
  }

  @Test
  void theStartOfSeveralIdsIsAnError() {
    Advertisement twins =
        advertisement(
            Map.of("refs/heads/a", "ab".repeat(20), "refs/heads/b", "ab".repeat(19) + "00"));
    ProvisioningException failure = failure(InvalidStack.class, twins, "abababab");
    assertThat(failure).hasMessage("several commits start with abababab");
    assertThat(failure.advice()).containsExactly("write all 40 digits of the commit id");
  }

  @Test
  void theStartOfAnUnknownIdAsksForAllDigits() {
    ProvisioningException failure = failure(SourceNotFound.class, REPOSITORY, "1234567");
    assertThat(failure)
        .hasMessage("no tag or branch stands at a commit 1234567, and hosts know full ids only");
    assertThat(failure.advice()).containsExactly("write all 40 digits of the commit id");
  }

  @Test
  void aNameThatIsBothATagAndABranchIsAnError() {
    ProvisioningException failure = failure(InvalidStack.class, REPOSITORY, "both");
    assertThat(failure).hasMessage("both a tag and a branch have the name both");
    assertThat(failure.advice())
        .containsExactly(
            "write refs/tags/both for the tag", "write refs/heads/both for the branch");
  }

  @Test
  void anUnknownRefFailsWithTheNewestVersions() {
    Advertisement versions =
        advertisement(
            Map.of(
                "refs/tags/v0.9.0", C1,
                "refs/tags/v1.0.0", C1,
                "refs/tags/v1.10.0", C1,
                "refs/tags/v1.9.0", C1,
                "refs/tags/v2.0.0-rc1", C1,
                "refs/heads/main", C2));
    ProvisioningException failure = failure(SourceNotFound.class, versions, "v9");
    assertThat(failure).hasMessage("no such tag or branch");
    assertThat(failure.advice()).containsExactly("pick one of v1.0.0, v1.9.0, v1.10.0 (newest)");
    assertThat(failure(SourceNotFound.class, versions, "mian").advice())
        .containsExactly("pick one of v1.0.0, v1.9.0, v1.10.0 (newest)");
    assertThat(failure(SourceNotFound.class, versions, "mains").advice())
        .containsExactly("pick one of main, v1.0.0, v1.9.0, v1.10.0 (newest)");
  }

  @Test
  void aFullNameIsNotGuessedAt() {
    assertThat(failure(SourceNotFound.class, REPOSITORY, "refs/heads/v1"))
        .hasMessage("no such tag or branch");
  }

  @Test
  void anEmptyRepositoryIsSaidToBeEmpty() {
    ProvisioningException failure = failure(SourceNotFound.class, advertisement(Map.of()), "HEAD");
    assertThat(failure).hasMessage("the repository is empty");
    assertThat(failure.advice()).hasSize(1);
  }

  @Test
  void aDefaultBranchThatIsGoneAsksForAVersion() {
    Advertisement renamed =
        new Advertisement(
            new TreeMap<>(Map.of("refs/heads/main", C1)), Optional.empty(), Optional.empty());
    ProvisioningException failure = failure(SourceNotFound.class, renamed, "HEAD");
    assertThat(failure).hasMessage("the repository has no default branch");
    assertThat(failure.advice()).containsExactly("add a version; pick one of main");
  }

  private static Revision choose(String ref) {
    return new RefChoice(REPOSITORY).choose(Optional.of(ref));
  }

  private static Advertisement advertisement(Map<String, String> ids) {
    return new Advertisement(
        new TreeMap<>(ids),
        Optional.ofNullable(ids.get("refs/heads/trunk")),
        Optional.of("refs/heads/trunk"));
  }

  private static <T extends ProvisioningException> T failure(
      Class<T> type, Advertisement advertisement, String ref) {
    return catchThrowableOfType(type, () -> new RefChoice(advertisement).choose(Optional.of(ref)));
  }
}
