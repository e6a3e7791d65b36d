package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final MemoryTree OLD = MemoryTree.of("main.tf", "1", "modules/a/x.tf", "1");

  private final Path project;
  private final Bench bench;

  RefusalTest(@TempDir Path project) {
    this.project = project;
    bench = new Bench(project);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a/../../x", "a//x", "C:/x", "a\\x", "."})
  void refusesAPathThatLeavesTheWorkdirBeforeAnythingIsWritten(String path) throws IOException {
    SourceTree evil = MemoryTree.of("a.tf", "1", path, "2");

    IntegrityMismatch e =
        catchThrowableOfType(IntegrityMismatch.class, () -> bench.provision("r1", evil));

    assertThat(e)
        .hasMessage(
            "the source holds the path \""
                + path
                + "\", which could reach files outside the workdir");
    assertThat(e.advice()).hasSize(1).first().asString().startsWith("report it to whoever");
    assertThat(Bench.snapshot(bench.workdirRoot)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "/etc/passwd", "", "../a/../../x"})
  void refusesALinkThatLeavesTheWorkdir(String target) throws IOException {
    SourceTree evil = MemoryTree.of("a/b.tf", "1").with(TreeEntry.Type.LINK, "a/l", target);

    assertThatThrownBy(() -> bench.provision("r1", evil))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageStartingWith("the link a/l leaves the source");
    assertThat(Bench.snapshot(bench.workdirRoot)).isEmpty();
  }

  @Test
  void refusesANameThatTheJvmCannotWriteBeforeAnythingIsWritten() {
    AccessDenied e =
        catchThrowableOfType(
            AccessDenied.class,
            () -> bench.provision("r1", MemoryTree.of("a.tf", "1", "caf\ud800.tf", "2")));

    assertThat(e).hasMessage("Java cannot use the file name \"caf\ud800.tf\" with this locale");
    assertThat(e.advice()).containsExactly("set the environment variable LC_ALL=C.UTF-8");
    assertThat(bench.workdirRoot).doesNotExist();
  }

  @Test
  void refusesADirectoryThatItDidNotMake() throws IOException {
    bench.write("main.tf", "somebody's");

    WorkdirModified e = catchThrowableOfType(WorkdirModified.class, () -> bench.force("r1", OLD));

    assertThat(e)
        .hasMessage("the directory " + bench.workdir + " exists, but this plugin did not make it");
    assertThat(e.advice())
        .containsExactly(
            "move " + bench.workdir + " away, or delete it if nothing in it is needed");
    assertThat(bench.files()).isEqualTo(Map.of("main.tf", "somebody's"));
  }

  @Test
  void refusesAFileInThePlaceOfAWorkdir() throws IOException {
    Files.createDirectories(bench.workdir.getParent());
    Files.writeString(bench.workdir, "file");

    assertThatThrownBy(() -> bench.provision("r1", OLD))
        .isInstanceOf(WorkdirModified.class)
        .hasMessageEndingWith(bench.workdir + " is a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "terraform/dev", "terraform/dev/vpc", ".staging"})
  void refusesALinkOnTheWayToAWorkdir(String path) throws IOException {
    Path outside = Files.createDirectories(project.resolve("outside"));
    Path link = bench.workdirRoot.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, outside);

    WorkdirModified e =
        catchThrowableOfType(WorkdirModified.class, () -> bench.provision("r1", OLD));

    assertThat(e).hasMessageEndingWith(link + " is a symbolic link");
    assertThat(e.advice()).containsExactly("move " + link + " away");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void neverFollowsALinkThatReplacedADirectory() throws IOException {
    bench.provision("r1", OLD);
    Path outside = Files.createDirectories(project.resolve("outside"));
    Files.move(bench.workdir.resolve("modules/a/x.tf"), outside.resolve("x.tf"));
    Files.delete(bench.workdir.resolve("modules/a"));
    Files.createSymbolicLink(bench.workdir.resolve("modules/a"), outside);

    assertThat(bench.workdirs().edited(VPC)).containsExactly("modules/a/x.tf");
    bench.workdirs().delete(VPC, false);

    assertThat(outside.resolve("x.tf")).hasContent("1");
  }

  @Test
  void aProvisionedNameThatTheJvmCannotExpressIsAnErrorWithAdvice() {
    OwnedFile strange =
        new OwnedFile(TreeEntry.Type.FILE, "aa", 1, Instant.EPOCH, "d\ud800/caf\ud800.tf");

    AccessDenied e =
        catchThrowableOfType(AccessDenied.class, () -> new Edits(project).find(List.of(strange)));

    assertThat(e).hasMessageEndingWith("with this locale");
    assertThat(e.advice()).containsExactly("set the environment variable LC_ALL=C.UTF-8");
  }

  @Test
  void refusesRootsAtWhichAMistakeWouldCostDearly() throws IOException {
    Path state = bench.stateRoot;
    Files.writeString(project.resolve("pom.xml"), "<project/>");

    InvalidStack e =
        catchThrowableOfType(
            InvalidStack.class, () -> Workdirs.checkRoots(project, Path.of("/elsewhere")));
    assertThat(e).hasMessage("source.workdirDirectory cannot be " + project + ": it holds pom.xml");
    assertThat(e.advice())
        .containsExactly("set it to a directory of its own, such as target/workdir");
    Path home = Path.of(System.getProperty("user.home"));
    for (Path root : List.of(Path.of("/"), home, state, state.getParent(), state.resolve("x"))) {
      assertThatThrownBy(() -> Workdirs.checkRoots(root, state)).isInstanceOf(InvalidStack.class);
    }
    Path git = project.resolve(".git/x");
    assertThatThrownBy(() -> Workdirs.checkRoots(git, state)).isInstanceOf(InvalidStack.class);
    Workdirs.checkRoots(bench.workdirRoot, state);
  }
}
