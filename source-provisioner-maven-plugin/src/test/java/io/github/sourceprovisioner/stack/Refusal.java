package io.github.sourceprovisioner.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a user reads when something is refused. */
public record Refusal(String message, String place, String advice) {

  /** The refusal that the code ends with. */
  public static Refusal of(ThrowingCallable code) {
    InvalidStack failure = catchThrowableOfType(InvalidStack.class, code);
    assertThat(failure).as("the code is expected to refuse").isNotNull();
    assertThat(failure.problem().message()).doesNotContain("\n").doesNotEndWith(".");
    return new Refusal(
        failure.problem().message(),
        failure.position().orElseThrow().toString(),
        String.join("; ", failure.advice()));
  }
}
