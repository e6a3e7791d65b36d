package io.github.sourceprovisioner.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sourceprovisioner.failure.ProvisioningException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The failure that a user would meet. */
record Refusal(ProvisioningException failure) {

  static Refusal of(Class<? extends ProvisioningException> kind, ThrowingCallable work) {
    Throwable thrown = catchThrowable(work);
    assertThat(thrown).isInstanceOf(kind);
    return new Refusal(kind.cast(thrown));
  }

  Refusal says(String message) {
    assertThat(failure).hasMessage(message);
    return this;
  }

  Refusal mentions(String... parts) {
    assertThat(failure.getMessage()).contains(parts);
    return this;
  }

  void advises(String... advice) {
    assertThat(failure.advice()).containsExactly(advice);
  }
}
