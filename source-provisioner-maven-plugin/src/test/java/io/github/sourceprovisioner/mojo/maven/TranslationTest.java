package io.github.sourceprovisioner.mojo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Failure;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class TranslationTest {

  private static final Translation TRANSLATION = new Translation(true);

  private static final Problem PROBLEM =
      Problem.of("no such tag or branch")
          .at(new Position("src/main/stacks/dev.yaml", 14, 9))
          .advise("pick one of v1.0.0, v2.0.0 (newest)");

  private static Failure failure(String component, ProvisioningException reason) {
    return new Failure(
        new ComponentId("terraform", "dev", component), "fetching git::https://h/m.git@v9", reason);
  }

  @Test
  void whatTheUserCanMendIsAFailureAndTheRestAnExecutionException() {
    assertThat(TRANSLATION.of(new InvalidStack(PROBLEM))).isInstanceOf(MojoFailureException.class);
    assertThat(TRANSLATION.of(new AccessDenied(PROBLEM))).isInstanceOf(MojoFailureException.class);
    assertThat(TRANSLATION.of(new WorkdirModified(PROBLEM)))
        .isInstanceOf(MojoFailureException.class);
    assertThat(TRANSLATION.of(new TransferFailed(PROBLEM)))
        .isInstanceOf(MojoExecutionException.class);
  }

  @Test
  void theMessageGoesFromTheOutsideInAndEndsWithAdvice() {
    InvalidStack reason = new InvalidStack(PROBLEM);

    assertThat(TRANSLATION.of(List.of(failure("vpc", reason))))
        .hasMessage(
            """
            1 component failed:
            dev/vpc: fetching git::https://h/m.git@v9: no such tag or branch [code 2]
              declared at src/main/stacks/dev.yaml:14:9
              Try: pick one of v1.0.0, v2.0.0 (newest)""")
        .hasCause(reason);
  }

  @Test
  void allFailuresAreInOneMessageAndOneThatIsNotTheUsersDecidesTheKind() {
    Exception both =
        TRANSLATION.of(
            List.of(
                failure("vpc", new InvalidStack(PROBLEM)),
                failure("net", new TransferFailed(Problem.of("cut").advise("run again")))));

    assertThat(both)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("2 components failed:\ndev/vpc: ")
        .hasMessageContaining("\ndev/net: fetching git::https://h/m.git@v9: cut [code 1]\n")
        .hasMessageEndingWith("  Try: run again");
  }

  @Test
  void technicalCausesStayBehindUnlessAskedFor() {
    InvalidStack reason = new InvalidStack(PROBLEM);

    assertThat(new Translation(false).of(List.of(failure("vpc", reason)))).hasNoCause();
    assertThat(new Translation(false).of(reason)).hasNoCause();
  }
}
