package io.github.sourceprovisioner.lock;

import static io.github.sourceprovisioner.lock.Locations.COMMIT;
import static io.github.sourceprovisioner.lock.Locations.VPC;
import static io.github.sourceprovisioner.lock.Locations.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.fixture.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockUnionTest {

  private static final LockUnion UNION = new LockUnion("source.lock.yaml");
  private static final LockKey RDS = new LockKey("git::https://x/a.git", "rds", "1");
  private static final LockEntry VPC_OLD = entry(VPC, COMMIT);
  private static final LockEntry VPC_NEW = entry(VPC, "1".repeat(40));

  @Test
  void whatTwoRunsAddAtATimeIsAllThere() {
    LockFile theirs = LockFile.of(List.of(VPC_OLD));

    assertThat(UNION.of(LockFile.EMPTY, theirs, List.of(entry(RDS, COMMIT))).entries())
        .containsExactlyInAnyOrder(VPC_OLD, entry(RDS, COMMIT));
  }

  @Test
  void anEntryThatThisRunMovedReplacesTheOneThatItRead() {
    LockFile before = LockFile.of(List.of(VPC_OLD));

    assertThat(UNION.of(before, before, List.of(VPC_NEW)).entries()).containsExactly(VPC_NEW);
  }

  @Test
  void nothingNewLeavesTheFileAsItIs() {
    LockFile now = LockFile.of(List.of(VPC_OLD));

    assertThat(UNION.of(now, now, List.of(VPC_OLD)).entries()).isEqualTo(now.entries());
  }

  @Test
  void anotherRunThatFoundSomethingElseMeanwhileIsNotOverwritten() {
    LockFile theirs = LockFile.of(List.of(VPC_OLD));

    Refusal.of(InvalidStack.class, () -> UNION.of(LockFile.EMPTY, theirs, List.of(VPC_NEW)))
        .says(
            "%s was locked to %s by another run, while this one found %s"
                .formatted(VPC, COMMIT, "1".repeat(40)))
        .advises("run again: what the lock file says now is used");
  }

  @Test
  void anEntryThatAnotherRunRemovedComesBackOnlyIfThisRunFoundIt() {
    LockFile before = LockFile.of(List.of(VPC_OLD, entry(RDS, COMMIT)));

    assertThat(UNION.of(before, LockFile.EMPTY, List.of(VPC_OLD)).entries())
        .containsExactly(VPC_OLD);
  }
}
