package io.github.sourceprovisioner.hook;

import static io.github.sourceprovisioner.hook.Rehearsal.DECLARED;
import static io.github.sourceprovisioner.hook.Rehearsal.FAILED;
import static io.github.sourceprovisioner.hook.Rehearsal.INIT;
import static io.github.sourceprovisioner.hook.Rehearsal.context;
import static io.github.sourceprovisioner.hook.Rehearsal.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Code;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisionerFailed;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.hook.Rehearsal.Broken;
import io.github.sourceprovisioner.hook.Rehearsal.Failing;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A provisioner that fails is named, whatever it throws. */
class HookFailureTest {

  @Test
  void a_broken_file_access_names_provisioner_event_and_component() {
    ProvisioningException failure = fire(new NoSuchFileException("backend.tf"));

    assertThat(failure)
        .isInstanceOf(ProvisionerFailed.class)
        .hasMessage(FAILED + "NoSuchFileException: backend.tf")
        .hasCauseInstanceOf(NoSuchFileException.class);
    assertThat(failure.position()).contains(DECLARED);
    assertThat(failure.advice())
        .containsExactly(
            "check what dev/vpc configures for backend",
            "run again with -e to see where " + Failing.class.getName() + " failed");
  }

  @Test
  void a_foreign_message_becomes_one_line_without_secrets() {
    ProvisioningException failure =
        fire(new IllegalStateException("cannot reach https://me:secret@example.com/x.\n  at 3"));

    assertThat(failure)
        .hasMessage(
            FAILED + "IllegalStateException: cannot reach https://me:redacted@example.com/x");
  }

  @Test
  void an_exception_without_a_message_is_named_by_its_kind() {
    assertThat(fire(new Broken())).hasMessage(FAILED + "Broken");
  }

  @Test
  void a_provisioner_made_for_another_version_of_the_plugin_is_blamed() {
    Hooks hooks = new Hooks(List.of(failing("backend", new NoSuchMethodError("console()"))));

    assertThatThrownBy(() -> hooks.fire(INIT, context()))
        .isInstanceOf(ProvisionerFailed.class)
        .hasMessage(FAILED + "NoSuchMethodError: console()");
  }

  @Test
  void a_failure_of_this_house_keeps_its_kind_place_and_advice() {
    Position place = new Position("src/main/stacks/dev.yaml", 20, 7);
    AccessDenied denied =
        new AccessDenied(Problem.of("the bucket refuses").at(place).advise("log in"));

    ProvisioningException failure = fire(denied);

    assertThat(failure).isInstanceOf(AccessDenied.class).hasMessage(FAILED + "the bucket refuses");
    assertThat(failure.code()).isEqualTo(Code.ACCESS);
    assertThat(failure.position()).contains(place);
    assertThat(failure.advice()).containsExactly("log in");
    assertThat(failure).hasCause(denied);
  }

  @Test
  void a_failure_without_a_place_gets_the_one_of_the_component() {
    assertThat(fire(new InvalidStack(Problem.of("no key"))).position()).contains(DECLARED);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_of_failure_stays_the_kind_it_is(Class<? extends ProvisioningException> kind)
      throws ReflectiveOperationException {
    ProvisioningException original =
        kind.getConstructor(Problem.class).newInstance(Problem.of("no"));

    assertThat(fire(original)).isExactlyInstanceOf(kind);
  }

  static Class<?>[] kinds() {
    return ProvisioningException.class.getPermittedSubclasses();
  }

  @Test
  void an_interruption_passes_as_it_is() {
    InterruptedException stop = new InterruptedException();
    Hooks hooks = new Hooks(List.of(failing("backend", stop)));

    assertThatThrownBy(() -> hooks.fire(INIT, context())).isSameAs(stop);
  }

  private ProvisioningException fire(Exception reason) {
    Hooks hooks = new Hooks(List.of(failing("backend", reason)));
    return catchThrowableOfType(ProvisioningException.class, () -> hooks.fire(INIT, context()));
  }
}
