package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static io.github.sourceprovisioner.workdir.Bench.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.WorkdirModified;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkdirsTest {

  private static final MemoryTree OLD = MemoryTree.of("main.tf", "1", "modules/a/x.tf", "1");
  private static final MemoryTree NEW = MemoryTree.of("main.tf", "22", "outputs.tf", "2");

  private final Path project;
  private final Bench bench;

  WorkdirsTest(@TempDir Path project) {
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

  @ParameterizedTest
  @CsvSource({
    "000, rwxr-xr-x, rw-r--r--",
    "027, rwxr-x---, rw-r-----",
    "077, rwx------, rw-------",
  })
  @DisabledOnOs(OS.WINDOWS)
  void neverGivesMoreThanTheUmaskAllowsNorLetsOthersWrite(
      String umask, String executable, String plain) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    String command = "umask " + umask + "; exec \"$0\" \"$@\"";
    Process process =
        new ProcessBuilder(
                "sh", "-c", command, java, "-cp", classes, UmaskProbe.class.getName(), "" + project)
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();

    assertThat(mode("d/a.tf")).isEqualTo(plain);
    for (String path : List.of("x.sh", "d", ".", "..", "../..")) {
      assertThat(mode(path)).as(path).isEqualTo(executable);
    }
  }

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(bench.workdir.resolve(path)));
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
  void takesAnEmptyDirectory() throws IOException {
    Files.createDirectories(bench.workdir);

    assertThat(bench.provision("r1", OLD)).isEqualTo(Action.CREATED);
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
  void aProvisionedNameThatTheJvmCannotExpressIsAnErrorWithAdvice() {
    OwnedFile strange =
        new OwnedFile(TreeEntry.Type.FILE, "aa", 1, Instant.EPOCH, "d\ud800/caf\ud800.tf");

    AccessDenied e =
        catchThrowableOfType(AccessDenied.class, () -> new Edits(project).find(List.of(strange)));

    assertThat(e).hasMessageEndingWith("with this locale");
    assertThat(e.advice()).containsExactly("set the environment variable LC_ALL=C.UTF-8");
  }

  @Test
  void aLinkThatPointsElsewhereIsAnEdit() throws IOException {
    bench.provision("r1", MemoryTree.of("a", "1").with(TreeEntry.Type.LINK, "l", "a"));
    Files.delete(bench.workdir.resolve("l"));
    Files.createSymbolicLink(bench.workdir.resolve("l"), Path.of("b"));

    assertThat(bench.workdirs().edited(VPC)).containsExactly("l");
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
