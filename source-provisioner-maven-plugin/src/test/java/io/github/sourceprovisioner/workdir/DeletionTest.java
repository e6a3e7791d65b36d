package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static io.github.sourceprovisioner.workdir.Bench.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletionTest {

  private static final MemoryTree TREE = MemoryTree.of("main.tf", "1", "modules/a/x.tf", "1");

  private final Path project;
  private final Bench bench;

  DeletionTest(@TempDir Path project) {
    this.project = project;
    bench = new Bench(project);
  }

  @Test
  void refusesADirectoryThatItDidNotMake() throws IOException {
    bench.write("main.tf", "somebody's");

    assertThatThrownBy(() -> bench.workdirs().delete(VPC, false))
        .isInstanceOf(WorkdirModified.class)
        .hasMessageContaining("this plugin did not make it");
    assertThat(bench.files()).hasSize(1);
  }

  @Test
  void refusesALinkInThePlaceOfAWorkdir() throws IOException {
    bench.provision("r1", TREE);
    Path moved = Files.move(bench.workdir, project.resolve("moved"));
    Files.createSymbolicLink(bench.workdir, moved);

    assertThatThrownBy(() -> bench.workdirs().delete(VPC, false))
        .isInstanceOf(WorkdirModified.class)
        .hasMessageEndingWith("is a symbolic link");
    assertThat(Bench.snapshot(moved)).isEqualTo(TREE.files());
  }

  @Test
  void aStateThatWasEditedToNameOtherFilesDeletesNothing() throws IOException {
    bench.provision("r1", TREE);
    Path victim = Files.writeString(project.resolve("victim"), "1");
    WorkdirState state = bench.workdirs().state(VPC).orElseThrow();
    OwnedFile first = state.files().get(0);
    OwnedFile evil =
        new OwnedFile(first.type(), first.sha256(), 1, first.modified(), "../../../../../victim");
    new Ledger(new Layout(bench.workdirRoot, bench.stateRoot))
        .write(new WorkdirState(VPC, state.fingerprint(), state.provisionedAt(), List.of(evil)));

    assertThatThrownBy(() -> bench.workdirs().delete(VPC, false))
        .isInstanceOf(WorkdirModified.class);
    assertThat(victim).exists();
    assertThat(bench.files()).isEqualTo(TREE.files());
  }

  @Test
  void leavesNothingOfAWorkdirThatHoldsOnlyOurs() throws IOException {
    bench.provision("r1", TREE);

    assertThat(bench.workdirs().delete(VPC, false))
        .isEqualTo(new Deletion(bench.workdir, 2, List.of()));

    assertThat(bench.workdirRoot.resolve("terraform")).doesNotExist();
    assertThat(bench.workdirs().known()).isEmpty();
  }

  @Test
  void aDryRunTellsTheSameAndWritesNothing() throws IOException {
    bench.provision("r1", TREE);
    bench.write("mine.txt", "mine");
    Map<String, String> before = Bench.snapshot(project);

    Deletion told = bench.workdirs().delete(VPC, true);

    assertThat(Bench.snapshot(project)).isEqualTo(before);
    assertThat(bench.workdirs().delete(VPC, false)).isEqualTo(told);
  }

  @Test
  void keepsAndTellsWhatIsEditedOrNotOurs() throws IOException {
    bench.provision("r1", TREE);
    bench.write("main.tf", "edited");
    bench.write(".terraform/p", "binary");
    bench.write("modules/a/mine.tfvars", "x");

    Deletion deletion = bench.workdirs().delete(VPC, false);

    assertThat(deletion)
        .isEqualTo(
            new Deletion(
                bench.workdir, 1, List.of(".terraform/", "main.tf", "modules/a/mine.tfvars")));
    assertThat(bench.files())
        .isEqualTo(
            Map.of("main.tf", "edited", ".terraform/p", "binary", "modules/a/mine.tfvars", "x"));
    assertThat(bench.workdirs().inspect(VPC, Optional.empty())).contains(Status.MISSING);
  }

  @Test
  void whatWasKeptIsThereAgainAfterTheNextProvisioning() throws IOException {
    bench.provision("r1", TREE);
    bench.write("terraform.tfstate", "{}");
    bench.workdirs().delete(VPC, false);

    assertThat(bench.provision("r1", TREE)).isEqualTo(Action.CREATED);

    assertThat(bench.files())
        .isEqualTo(Map.of("main.tf", "1", "modules/a/x.tf", "1", "terraform.tfstate", "{}"));
  }

  @Test
  void deletesNothingIfThereIsNothing() {
    assertThat(bench.workdirs().delete(VPC, false))
        .isEqualTo(new Deletion(bench.workdir, 0, List.of()));
  }

  @Test
  void forgetsAWorkdirThatIsGone() throws IOException {
    bench.provision("r1", TREE);
    Discard.tree(bench.workdir);

    assertThat(bench.workdirs().delete(VPC, false).deleted()).isZero();
    assertThat(bench.workdirs().known()).isEmpty();
  }

  @Test
  void inspectionTellsTheFourStates() throws IOException {
    Workdirs workdirs = bench.workdirs();
    Optional<Fingerprint> same = Optional.of(fingerprint("r1"));
    Optional<Fingerprint> other = Optional.of(fingerprint("r2"));
    assertThat(workdirs.inspect(VPC, same)).contains(Status.MISSING);
    bench.provision("r1", TREE);
    assertThat(workdirs.inspect(VPC, same)).contains(Status.CURRENT);
    assertThat(workdirs.inspect(VPC, other)).contains(Status.OUTDATED);
    assertThat(workdirs.inspect(VPC, Optional.empty())).isEmpty();
    Files.delete(bench.workdir.resolve("main.tf"));
    assertThat(workdirs.inspect(VPC, other)).contains(Status.MODIFIED);
    assertThat(bench.provision("r1", TREE)).isEqualTo(Action.UNCHANGED);
    Discard.tree(bench.workdir);
    assertThat(workdirs.inspect(VPC, same)).contains(Status.MISSING);
    Files.writeString(bench.workdir, "a file");
    assertThat(workdirs.inspect(VPC, same)).contains(Status.MODIFIED);
  }
}
