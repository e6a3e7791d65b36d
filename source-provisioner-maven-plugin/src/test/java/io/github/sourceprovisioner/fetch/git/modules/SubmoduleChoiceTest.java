package io.github.sourceprovisioner.fetch.git.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.UnknownSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmoduleChoiceTest {

  private static final Gitlink BELOW = Gitlink.below("vpc", "lib", Forest.COMMIT);

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
            "add submodules=true to the URI", "choose a subdirectory without submodules");
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
    Gitlink around = Gitlink.around("lib", Forest.COMMIT, "aws");
    assertThat(
            catchThrowableOfType(
                UnknownSource.class, () -> SubmoduleChoice.LEAVE_OUT.judge(List.of(around))))
        .hasMessageStartingWith("the content of lib is in submodules");
  }
}
