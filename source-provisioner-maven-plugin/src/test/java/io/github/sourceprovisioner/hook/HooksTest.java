package io.github.sourceprovisioner.hook;

import static io.github.sourceprovisioner.hook.Rehearsal.INIT;
import static io.github.sourceprovisioner.hook.Rehearsal.PLAN;
import static io.github.sourceprovisioner.hook.Rehearsal.context;
import static io.github.sourceprovisioner.hook.Rehearsal.failing;
import static io.github.sourceprovisioner.hook.Rehearsal.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisionerFailed;
import io.github.sourceprovisioner.hook.Rehearsal.Broken;
import io.github.sourceprovisioner.hook.Rehearsal.Failing;
import io.github.sourceprovisioner.hook.Rehearsal.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which provisioners run, and in which order. */
class HooksTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void two_provisioners_of_one_name_are_refused_with_both_classes() {
    InvalidStack failure =
        catchThrowableOfType(
            InvalidStack.class,
            () ->
                new Hooks(List.of(recording("backend", calls), failing("backend", new Broken()))));

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
                recording("workdir", calls),
                new Recording("early", Set.of(PLAN), calls),
                recording("backend", calls),
                recording("source", calls)));

    hooks.fire(INIT, context());

    assertThat(calls).containsExactly("backend", "source", "workdir");
  }

  @Test
  void nothing_after_a_failed_provisioner_runs() {
    Hooks hooks =
        new Hooks(
            List.of(
                recording("a", calls),
                failing("backend", new Broken()),
                recording("workdir", calls)));

    assertThatThrownBy(() -> hooks.fire(INIT, context())).isInstanceOf(ProvisionerFailed.class);
    assertThat(calls).containsExactly("a");
  }
}
