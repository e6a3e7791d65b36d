package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk without locks nobody can tell a change that was interrupted from one in progress. */
class SharedDiskRecoveryTest extends InterruptedReplacement {

  SharedDiskRecoveryTest(@TempDir Path project) {
    super(project);
  }

  @Test
  void aChangeIsLeftToTheRunOfItsOwnComponent() throws IOException {
    provisionWithUserFiles();
    Workdirs stopping = bench.stoppingAt(step -> haltIf(step == Step.OLD_ASIDE));
    assertThatThrownBy(() -> replace(stopping, Bench.GENTLE)).isInstanceOf(Halt.class);
    var before = Bench.snapshot(project);

    recovery().all(stripe -> Optional.of(notExclusive()));
    assertThat(Bench.snapshot(project)).isEqualTo(before);

    replace(bench.workdirs(), Bench.GENTLE);
    assertThat(bench.files()).isEqualTo(with(NEW.files(), USER));
    assertThat(bench.workdirs().state(VPC)).isPresent();
  }

  private Recovery recovery() {
    Layout layout = new Layout(bench.workdirRoot, bench.stateRoot);
    Site site = new Site(layout, Clock.systemUTC(), bench, step -> {});
    Journals journals = new Journals(layout);
    return new Recovery(
        site,
        journals,
        new Swap(site, journals, new Asides(site)),
        new Erasure(site, new Ledger(layout), journals));
  }

  private WorkdirLocks.Hold notExclusive() throws IOException {
    FileChannel channel =
        FileChannel.open(
            project.resolveSibling("any.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return new WorkdirLocks.Hold(false, new Semaphore(0), channel);
  }
}
