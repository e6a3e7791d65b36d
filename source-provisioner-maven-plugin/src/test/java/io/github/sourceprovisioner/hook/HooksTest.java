package io.github.sourceprovisioner.hook;

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
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.ProvisionContext;
import io.github.sourceprovisioner.spi.Provisioner;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HooksTest {

  private static final HookEvent INIT = new HookEvent(HookEvent.Phase.BEFORE, "terraform", "init");
  private static final HookEvent PLAN = new HookEvent(HookEvent.Phase.BEFORE, "terraform", "plan");
  private static final Position DECLARED = new Position("src/main/stacks/dev.yaml", 14, 3);
  private static final String FAILED =
      "provisioner backend failed at before.terraform.init for dev/vpc: ";

  private final List<String> calls = new ArrayList<>();

  @Test
  void two_provisioners_of_one_name_are_refused_with_both_classes() {
    InvalidStack failure =
        catchThrowableOfType(
            InvalidStack.class,
            () -> new Hooks(List.of(recording("backend"), failing("backend", new Broken()))));

    assertThat(failure)
        .hasMessage(
            "two provisioners are named backend: "
                + Recording.class.getName()
                + " and "
                + Failing.class.getName());
    assertThat(failure.advice())
        .containsExactly("remove the jar of one of them from the <dependencies> of the plugin");
  }

  @Test
  void only_provisioners_of_the_event_run_and_in_the_order_of_their_names() throws Exception {
    Hooks hooks =
        new Hooks(
            List.of(
                recording("workdir"),
                new Recording("early", Set.of(PLAN), calls),
                recording("backend"),
                recording("source")));

    hooks.fire(INIT, context());

    assertThat(calls).containsExactly("backend", "source", "workdir");
  }

  @Test
  void nothing_after_a_failed_provisioner_runs() {
    Hooks hooks =
        new Hooks(List.of(recording("a"), failing("backend", new Broken()), recording("workdir")));

    assertThatThrownBy(() -> hooks.fire(INIT, context())).isInstanceOf(ProvisionerFailed.class);
    assertThat(calls).containsExactly("a");
  }

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

  private Provisioner recording(String name) {
    return new Recording(name, Set.of(INIT), calls);
  }

  private static Provisioner failing(String name, Throwable reason) {
    return new Failing(name, reason);
  }

  private static ProvisionContext context() {
    Component component =
        new Component(
            new ComponentId("terraform", "dev", "vpc"),
            MapValue.empty(DECLARED),
            true,
            "vpc",
            DECLARED,
            Optional.empty());
    return new ProvisionContext(component, Path.of("target"), new Silent());
  }

  private record Recording(String name, Set<HookEvent> events, List<String> calls)
      implements Provisioner {
    @Override
    public void provision(HookEvent event, ProvisionContext context) {
      calls.add(name);
    }
  }

  private record Failing(String name, Throwable reason) implements Provisioner {
    @Override
    public Set<HookEvent> events() {
      return Set.of(INIT);
    }

    @Override
    public void provision(HookEvent event, ProvisionContext context)
        throws IOException, InterruptedException {
      if (reason instanceof IOException broken) {
        throw broken;
      }
      if (reason instanceof InterruptedException stop) {
        throw stop;
      }
      if (reason instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) reason;
    }
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Silent implements Console {
    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void debug(String message) {}
  }
}
