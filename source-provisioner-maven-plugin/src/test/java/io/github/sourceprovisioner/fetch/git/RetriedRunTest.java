package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.Relay;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole run over hosts that are in trouble: what is tried again, how often, and when. */
@Timeout(60)
class RetriedRunTest {

  private static final String QUICK = "{max_attempts: 3, initial_delay: 1ms}";

  private GitProject project;
  private byte[] pack;
  private Map<String, String> refs;

  @BeforeEach
  void create(@TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    refs = Map.of("refs/heads/main", upstream.commit("main", Map.of("main.tf", "one")));
    pack = upstream.pack("main", "main^{tree}", "main:main.tf");
    project = new GitProject(root);
  }

  @Test
  void aPackThatIsCutIsFetchedAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(sound(), sound(), cut(), sound())) {
      assertThat(run(server).action()).isEqualTo(Action.CREATED);
    }
    assertThat(project.files()).containsExactly(Map.entry("main.tf", "one"));
    assertThat(project.warnings).singleElement().asString().contains("; attempt 2 of 3 follows in");
  }

  @Test
  void aPackThatIsCutEachTimeFailsAndPublishesNothing() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(sound(), sound(), cut(), sound(), cut(), sound(), cut())) {
      assertThat(failure(run(server)))
          .isInstanceOf(TransferFailed.class)
          .hasMessage("the transfer from 127.0.0.1:%d broke off", server.port());
    }
    assertThat(project.warnings).hasSize(2);
    assertThat(project.published()).isZero();
    assertThat(project.files()).isEmpty();
    try (ScriptedServer server = ScriptedServer.start(sound())) {
      assertThat(run(server).action()).isEqualTo(Action.CREATED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aHostThatSaysWhenToComeBackIsAskedThenAndNotBefore(int status) throws Exception {
    Script busy = Script.http(status + " Busy", "", "Retry-After: 1");
    try (ScriptedServer server = ScriptedServer.start(busy, sound())) {
      assertThat(run(server).action()).isEqualTo(Action.CREATED);
      assertThat(project.warnings)
          .containsExactly(
              "127.0.0.1:%d answers with status %d; attempt 2 of 3 follows in 1.0 s"
                  .formatted(server.port(), status));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aHostThatWantsToBeLeftAloneForADayIsAskedOnceAndTheUserHearsWhen(int status)
      throws Exception {
    saysWhen(status, "86400");
    ZonedDateTime tomorrow = ZonedDateTime.now(ZoneOffset.UTC).plusDays(1);
    saysWhen(status, DateTimeFormatter.RFC_1123_DATE_TIME.format(tomorrow));
  }

  private void saysWhen(int status, String time) throws Exception {
    Script busy = Script.http(status + " Busy", "", "Retry-After: " + time);
    try (ScriptedServer server = ScriptedServer.start(busy, sound())) {
      ProvisioningException failure = failure(run(server));
      assertThat(failure)
          .isInstanceOf(TransferFailed.class)
          .hasMessage("127.0.0.1:%d answers with status %d", server.port(), status);
      assertThat(failure.advice()).last().asString().matches("run again after 20\\d\\d-.*Z");
      assertThat(server.requests()).hasSize(1);
      assertThat(project.warnings).isEmpty();
    }
  }

  @Test
  void aTimeThatNobodyCanReadChangesNothing() throws Exception {
    Script busy = Script.http("503 Busy", "", "Retry-After: soon");
    recovers(busy);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void aHostThatFailsIsAskedAgain(int status) throws Exception {
    recovers(Script.http(status + " Trouble", ""));
  }

  @Test
  void aConnectionThatBreaksIsOpenedAgain() throws Exception {
    Script reset = Relay.end().thenReset();
    try (ScriptedServer server = ScriptedServer.start(reset, reset, sound())) {
      assertThat(run(server).action()).isEqualTo(Action.CREATED);
      assertThat(project.warnings).isNotEmpty();
    }
  }

  private void recovers(Script trouble) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(trouble, trouble, sound())) {
      assertThat(run(server).action()).isEqualTo(Action.CREATED);
      assertThat(project.warnings).hasSize(2).last().asString().contains("attempt 3 of 3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1/r.git", "https://nowhere.invalid/r.git"})
  void aHostThatCannotBeReachedIsTriedThreeTimesAndNoMore(String url) throws Exception {
    Outcome outcome = project.source(url, "main", QUICK).create();

    assertThat(failure(outcome)).isInstanceOf(TransferFailed.class);
    assertThat(project.warnings).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void aHostThatSaysNoIsNotAskedAgain(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http(status + " No", ""), sound())) {
      assertThat(failure(run(server))).isNotInstanceOf(TransferFailed.class);
      assertThat(server.requests()).hasSize(1);
      assertThat(project.warnings).isEmpty();
    }
  }

  private Outcome run(ScriptedServer server) throws Exception {
    return project.source(server.url("r.git"), "main", QUICK).create();
  }

  private static ProvisioningException failure(Outcome outcome) {
    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    ProvisioningException failure = outcome.failure().orElseThrow().reason();
    assertThat(failure.advice()).isNotEmpty();
    return failure;
  }

  private Script sound() {
    return host(GitScripts.pack(pack));
  }

  private Script cut() {
    return host(
        wire -> {
          GitScripts.packfile().write(wire);
          wire.send(GitScripts.band(1, pack, 0, pack.length / 2));
        });
  }

  private Script host(GitScripts.Body objects) {
    return GitScripts.host(refs, objects);
  }
}
