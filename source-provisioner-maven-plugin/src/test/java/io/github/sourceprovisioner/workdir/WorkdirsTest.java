package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static io.github.sourceprovisioner.workdir.Bench.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkdirsTest {

  private static final MemoryTree OLD = MemoryTree.of("main.tf", "1", "modules/a/x.tf", "1");
  private static final MemoryTree NEW = MemoryTree.of("main.tf", "22", "outputs.tf", "2");

  private final Path project;
  private final Bench bench;

  WorkdirsTest(@TempDir Path project) {
    this.project = project;
    bench = new Bench(project);
  }

  @Test
  void writesFilesLinksAndModes() throws IOException {
    SourceTree tree =
        MemoryTree.of("modules/a/x.tf", "x")
            .with(TreeEntry.Type.LINK, "current", "modules/a")
            .with(TreeEntry.Type.EXECUTABLE, "bin/run.sh", "#!")
            .with(TreeEntry.Type.LINK, "bin/up", "../modules/a/x.tf");

    assertThat(bench.provision("r1", tree)).isEqualTo(Action.CREATED);

    assertThat(bench.files())
        .isEqualTo(
            Map.of(
                "modules/a/x.tf", "x",
                "current", "-> modules/a",
                "bin/run.sh", "#!",
                "bin/up", "-> ../modules/a/x.tf"));
    assertThat(bench.workdirs().edited(VPC)).isEmpty();
  }

  @Test
  void writesOnlyWhatTheFiltersChoose() throws IOException {
    Fingerprint filtered =
        new Fingerprint("l", "r1", "t", new Filters(List.of("**/*.tf"), List.of("modules")));

    bench.workdirs().materialise(VPC, filtered, OLD, Bench.GENTLE);

    assertThat(bench.files()).isEqualTo(Map.of("main.tf", "1"));
    assertThat(bench.workdirs().state(VPC).orElseThrow().fingerprint()).isEqualTo(filtered);
  }

  @Test
  void remembersWhatItWroteBesideTheWorkdir() throws IOException {
    bench.provision("r1", OLD);

    WorkdirState state = bench.workdirs().state(VPC).orElseThrow();
    assertThat(state.id()).isEqualTo(VPC);
    assertThat(state.fingerprint()).isEqualTo(fingerprint("r1"));
    assertThat(state.provisionedAt()).isEqualTo(Bench.NOW);
    assertThat(state.files())
        .extracting(OwnedFile::path)
        .containsExactly("main.tf", "modules/a/x.tf");
    assertThat(bench.stateRoot.resolve("workdirs/terraform/dev/vpc.state")).isRegularFile();
    assertThat(bench.files()).isEqualTo(OLD.files());
  }

  @Test
  void replacesTheOldWorkdirAsAWhole() throws IOException {
    bench.provision("r1", OLD);

    assertThat(bench.provision("r2", NEW)).isEqualTo(Action.UPDATED);

    assertThat(bench.files()).isEqualTo(NEW.files());
    assertThat(bench.workdir.resolve("modules")).doesNotExist();
    assertThat(bench.warnings).isEmpty();
    assertThat(bench.workdirRoot.resolve(".staging")).isEmptyDirectory();
    assertThat(bench.stateRoot.resolve("journal")).isEmptyDirectory();
  }

  @Test
  void rewritesNothingIfTheFingerprintIsEqual() throws IOException {
    bench.provision("r1", OLD);
    Map<String, FileTime> before = times();

    assertThat(bench.provision("r1", NEW)).isEqualTo(Action.UNCHANGED);

    assertThat(times()).isEqualTo(before);
  }

  private Map<String, FileTime> times() throws IOException {
    Map<String, FileTime> times = new java.util.TreeMap<>();
    for (String path : Bench.snapshot(project).keySet()) {
      times.put(path, Files.getLastModifiedTime(project.resolve(path)));
    }
    return times;
  }

  @Test
  void writesAgainIfForcedOrIfTheWorkdirIsGone() throws IOException {
    bench.provision("r1", OLD);

    assertThat(bench.force("r1", OLD)).isEqualTo(Action.UPDATED);
    Discard.tree(bench.workdir);
    assertThat(bench.provision("r1", OLD)).isEqualTo(Action.CREATED);

    assertThat(bench.files()).isEqualTo(OLD.files());
    assertThat(bench.warnings).isEmpty();
  }

  @Test
  void aFailureInMidCopyLeavesTheOldWorkdirAlone() throws IOException {
    bench.provision("r1", OLD);
    bench.write("terraform.tfstate", "{}");
    Map<String, String> before = Bench.snapshot(project);

    assertThatThrownBy(() -> bench.provision("r2", new BrokenTree(NEW)))
        .isInstanceOf(IOException.class)
        .hasMessage("cut short");

    assertThat(Bench.snapshot(project)).isEqualTo(before);
    assertThat(bench.workdirRoot.resolve(".staging")).isEmptyDirectory();
  }

  /** Lists another tree, and fails at the end of every file. */
  private record BrokenTree(SourceTree good) implements SourceTree {

    @Override
    public List<TreeEntry> entries() {
      return good.entries();
    }

    @Override
    public InputStream open(TreeEntry entry) throws IOException {
      return new SequenceInputStream(
          new ByteArrayInputStream("22".getBytes(StandardCharsets.UTF_8)),
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("cut short");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
              throw new IOException("cut short");
            }
          });
    }

    @Override
    public void close() {}
  }

  @Test
  void takesAnEmptyDirectory() throws IOException {
    Files.createDirectories(bench.workdir);

    assertThat(bench.provision("r1", OLD)).isEqualTo(Action.CREATED);
  }

  @Test
  void keepsStrangeNamesApart() throws IOException {
    Workdirs workdirs = bench.workdirs();
    List<ComponentId> ids =
        List.of(
            new ComponentId("terraform", "a-b", "c"),
            new ComponentId("terraform", "a", "b-c"),
            new ComponentId("terraform", "A", "b-c"),
            new ComponentId("terraform", "..", "../../x"),
            new ComponentId(".staging", "a\nb", ""));

    for (ComponentId id : ids) {
      assertThat(workdirs.materialise(id, fingerprint("r1"), OLD, Bench.GENTLE))
          .isEqualTo(Action.CREATED);
      assertThat(workdirs.pathOf(id)).startsWith(bench.workdirRoot);
    }

    assertThat(ids).extracting(workdirs::pathOf).doesNotHaveDuplicates();
    assertThat(workdirs.known()).containsExactlyInAnyOrderElementsOf(ids);
  }
}
