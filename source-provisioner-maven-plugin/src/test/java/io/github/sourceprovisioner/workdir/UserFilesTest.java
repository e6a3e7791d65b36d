package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFilesTest {

  private static final MemoryTree OLD = MemoryTree.of("main.tf", "1", "modules/a/x.tf", "1");
  private static final MemoryTree NEW = MemoryTree.of("main.tf", "22", "outputs.tf", "2");

  private final Bench bench;

  UserFilesTest(@TempDir Path project) {
    bench = new Bench(project);
  }

  @Test
  void keepsWhatTheUserAndTheToolMade() throws IOException {
    bench.provision("r1", OLD);
    bench.write(".terraform/providers/p", "binary");
    bench.write("terraform.tfstate", "{}");
    bench.write("modules/a/local.auto.tfvars", "x = 1");
    Files.createDirectories(bench.workdir.resolve("logs"));
    Files.createSymbolicLink(bench.workdir.resolve("out"), Path.of("/somewhere"));

    bench.provision("r2", NEW);

    assertThat(bench.files())
        .isEqualTo(
            Map.of(
                "main.tf", "22",
                "outputs.tf", "2",
                ".terraform/providers/p", "binary",
                "terraform.tfstate", "{}",
                "modules/a/local.auto.tfvars", "x = 1",
                "out", "-> /somewhere"));
    assertThat(bench.workdir.resolve("logs")).isEmptyDirectory();
    assertThat(bench.workdirs().edited(VPC)).isEmpty();
  }

  @Test
  void stopsAtEditedAndDeletedFiles() throws IOException {
    bench.provision("r1", OLD);
    bench.write("main.tf", "mine");
    Files.delete(bench.workdir.resolve("modules/a/x.tf"));

    WorkdirModified e =
        catchThrowableOfType(WorkdirModified.class, () -> bench.provision("r2", NEW));

    assertThat(e)
        .hasMessage(
            "provisioned files in "
                + bench.workdir
                + " were edited or deleted: main.tf, modules/a/x.tf");
    assertThat(e.advice())
        .containsExactly(
            "keep your changes elsewhere, then run with -Dsource.force=true: it moves the old"
                + " workdir aside and says where");
    assertThat(bench.files()).isEqualTo(Map.of("main.tf", "mine"));
  }

  @Test
  void namesTenEditedFilesAndCountsTheRest() throws IOException {
    MemoryTree tree = MemoryTree.of();
    for (int i = 10; i < 22; i++) {
      tree.with(TreeEntry.Type.FILE, "f" + i, "1");
    }
    bench.provision("r1", tree);
    for (int i = 10; i < 22; i++) {
      bench.write("f" + i, "mine");
    }

    assertThatThrownBy(() -> bench.provision("r2", NEW))
        .hasMessageEndingWith("f10, f11, f12, f13, f14, f15, f16, f17, f18, f19 and 2 more");
  }

  @Test
  void movesAnEditedWorkdirAsideIfForced() throws IOException {
    bench.provision("r1", OLD);
    bench.write("main.tf", "mine");
    bench.write("terraform.tfstate", "{}");

    bench.force("r2", NEW);

    Path aside = bench.stateRoot.resolve("aside/terraform-dev-vpc-20261121T101530Z");
    assertThat(bench.warnings)
        .containsExactly("The old workdir is kept at " + aside + "; delete it when you are done");
    assertThat(Bench.snapshot(aside)).isEqualTo(Map.of("main.tf", "mine", "modules/a/x.tf", "1"));
    assertThat(bench.files())
        .isEqualTo(Map.of("main.tf", "22", "outputs.tf", "2", "terraform.tfstate", "{}"));
  }

  @Test
  void findsAnotherNameIfTheTimeIsTaken() throws IOException {
    bench.provision("r1", OLD);
    bench.write("main.tf", "mine");
    bench.force("r2", NEW);
    bench.write("main.tf", "mine again");
    bench.force("r3", OLD);

    Path second = bench.stateRoot.resolve("aside/terraform-dev-vpc-20261121T101530Z-2");
    assertThat(Bench.snapshot(second)).containsEntry("main.tf", "mine again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"outputs.tf", "outputs.tf/deep"})
  void stopsIfTheNewSourceBringsAFileThatTheUserHas(String path) throws IOException {
    bench.provision("r1", OLD);
    bench.write(path, "mine");

    WorkdirModified e =
        catchThrowableOfType(WorkdirModified.class, () -> bench.provision("r2", NEW));

    assertThat(e)
        .hasMessage(
            "the new source brings files that you have in " + bench.workdir + ": outputs.tf");
    assertThat(e.advice()).hasSize(2).first().isEqualTo("move or rename your files");
    assertThat(bench.files()).containsEntry(path, "mine").containsEntry("main.tf", "1");

    bench.force("r2", NEW);
    assertThat(bench.files()).isEqualTo(NEW.files());
    assertThat(bench.warnings).hasSize(1);
  }

  @Test
  void stopsIfAUserFileStandsWhereTheNewSourceNeedsADirectory() throws IOException {
    bench.provision("r1", NEW);
    bench.write("modules", "mine");

    assertThatThrownBy(() -> bench.provision("r2", OLD))
        .isInstanceOf(WorkdirModified.class)
        .hasMessageEndingWith(": modules");
  }

  @Test
  void stopsIfAUserFileIsBelowADirectoryThatBecomesAFile() throws IOException {
    bench.provision("r1", OLD);
    bench.write("modules/a/mine.tfvars", "x");

    assertThatThrownBy(() -> bench.provision("r2", MemoryTree.of("modules", "a file")))
        .isInstanceOf(WorkdirModified.class)
        .hasMessageEndingWith(": modules/a/mine.tfvars");
  }

  @Test
  void aNewTimeStampAloneIsNoEdit() throws IOException {
    bench.provision("r1", OLD);
    Path file = bench.workdir.resolve("main.tf");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertThat(bench.workdirs().edited(VPC)).isEmpty();

    Files.writeString(file, "9");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertThat(bench.workdirs().edited(VPC)).containsExactly("main.tf");
  }

  @Test
  void aLinkThatPointsElsewhereIsAnEdit() throws IOException {
    bench.provision("r1", MemoryTree.of("a", "1").with(TreeEntry.Type.LINK, "l", "a"));
    Files.delete(bench.workdir.resolve("l"));
    Files.createSymbolicLink(bench.workdir.resolve("l"), Path.of("b"));

    assertThat(bench.workdirs().edited(VPC)).containsExactly("l");
  }
}
