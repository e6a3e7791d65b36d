package io.github.sourceprovisioner.fetch.git.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.UnknownSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmoduleChoiceTest {

  private static final Gitlink BELOW = Gitlink.below("vpc", "lib", Forest.COMMIT);
  private static final Gitlink AROUND = Gitlink.around("lib", Forest.COMMIT, "aws");

  @Test
  void whoSaysNothingIsTold() {
    UnknownSource failure =
        catchThrowableOfType(
            UnknownSource.class, () -> SubmoduleChoice.of(Map.of()).judge(List.of(BELOW)));
    assertThat(failure)
        .hasMessage(
            "the content of vpc/lib is in submodules, which are fetched only if the URI says so");
    assertThat(failure.advice())
        .containsExactly(
            "add submodules=true to the URI, so that they are fetched, too",
            "add submodules=false to the URI, so that they are left out",
            "choose a subdirectory without submodules");
  }

  @Test
  void fiveAreNamed() {
    List<Gitlink> six =
        List.of("a", "b", "c", "d", "e", "f").stream()
            .map(name -> Gitlink.below("", name, Forest.COMMIT))
            .toList();
    assertThat(catchThrowableOfType(UnknownSource.class, () -> SubmoduleChoice.REFUSE.judge(six)))
        .hasMessageStartingWith("the content of a, b, c, d, e, … is in submodules");
  }

  @Test
  void whoNeedsNoneIsNotAsked() {
    assertThat(SubmoduleChoice.REFUSE.judge(List.of())).isEmpty();
  }

  @Test
  void theyAreFetchedOrLeftOutAsTheUriSays() {
    SubmoduleChoice fetched = SubmoduleChoice.of(Map.of("submodules", "true"));
    SubmoduleChoice leftOut = SubmoduleChoice.of(Map.of("submodules", "false"));
    assertThat(fetched).isEqualTo(SubmoduleChoice.FETCH);
    assertThat(fetched.judge(List.of(BELOW))).isEmpty();
    assertThat(leftOut.judge(List.of(BELOW)))
        .containsExactly("vpc/lib is a submodule and is left out");
  }

  @Test
  void whatIsWantedCannotBeLeftOut() {
    UnknownSource failure =
        catchThrowableOfType(
            UnknownSource.class, () -> SubmoduleChoice.LEAVE_OUT.judge(List.of(AROUND)));
    assertThat(failure)
        .hasMessage("the wanted directory is in the submodule lib, and the URI leaves it out");
    assertThat(failure.advice())
        .containsExactly(
            "write submodules=true in the URI, in place of submodules=false",
            "use the repository of the submodule as a source of its own");
  }

  @Test
  void whoWantsWhatIsInOneAndSaysNothingIsNotToldToLeaveItOut() {
    UnknownSource failure =
        catchThrowableOfType(
            UnknownSource.class, () -> SubmoduleChoice.REFUSE.judge(List.of(AROUND)));
    assertThat(failure)
        .hasMessage(
            "the wanted directory is in the submodule lib, which is fetched only if the URI says so");
    assertThat(failure.advice())
        .containsExactly(
            "add submodules=true to the URI, so that it is fetched",
            "use the repository of the submodule as a source of its own");
  }
}
