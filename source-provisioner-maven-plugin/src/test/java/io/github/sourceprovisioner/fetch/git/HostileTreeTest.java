package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that git would not write: none of them reaches a workdir, from this machine or a host. */
class HostileTreeTest {

  private Path root;
  private Path served;
  private BareRepository repository;
  private ObjectId blob;

  @BeforeEach
  void create(@TempDir Path directory) throws Exception {
    root = directory;
    served = Files.createDirectory(root.resolve("served"));
    repository = new BareRepository(served.resolve("r.git"));
    blob = repository.insert(Constants.OBJ_BLOB, new byte[] {1});
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "a/b",
        ".git ",
        ".Git",
        ".git.",
        ".git::$INDEX_ALLOCATION",
        "a:b",
        "aux.tf",
        "COM1",
        "a ",
        "a\u0085",
        "a\u007f",
        "a\rb",
        "GIT~1",
        ".gi\u200dt",
        "c:x"
      })
  void anUnsafeNameIsRefusedOnEverySystem(String name) throws Exception {
    refusedLocally(tree(FileMode.REGULAR_FILE, name));
  }

  @Test
  void twoNamesForOneFileAreRefused() throws Exception {
    refusedLocally(tree(FileMode.REGULAR_FILE, "cafe\u0301", "caf\u00e9"));
    refusedLocally(tree(FileMode.REGULAR_FILE, "README", "readme"));
  }

  @Test
  void aTreeThatNamesAFileTwiceIsRefused() throws Exception {
    refusedEverywhere(tree(FileMode.REGULAR_FILE, "a", "a"));
  }

  @Test
  void aTreeOutOfOrderIsRefused() throws Exception {
    refusedEverywhere(tree(FileMode.REGULAR_FILE, "b", "a"));
  }

  @Test
  void aFileAndADirectoryOfOneNameAreRefused() throws Exception {
    ObjectId inner = repository.insert(Constants.OBJ_TREE, tree(FileMode.REGULAR_FILE, "x"));
    for (FileMode mode : new FileMode[] {FileMode.REGULAR_FILE, FileMode.SYMLINK}) {
      TreeFormatter both = new TreeFormatter();
      both.append("a", mode, blob);
      both.append("a", FileMode.TREE, inner);
      refusedEverywhere(both.toByteArray());
    }
  }

  @Test
  void anEntryWithoutAnObjectIsRefused() throws Exception {
    TreeFormatter tree = new TreeFormatter();
    tree.append("a", FileMode.REGULAR_FILE, ObjectId.zeroId());
    refusedLocally(tree.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"100777x", "666666", "020000", "10064", "-100644", ""})
  void anEntryOfAnUnknownModeIsRefused(String mode) throws Exception {
    byte[] head = (mode + " a\0").getBytes(StandardCharsets.US_ASCII);
    byte[] raw = new byte[head.length + 20];
    System.arraycopy(head, 0, raw, 0, head.length);
    blob.copyRawTo(raw, head.length);
    refusedLocally(raw);
  }

  @Test
  void aTreeThatIsCutIsRefused() throws Exception {
    byte[] whole = tree(FileMode.REGULAR_FILE, "a");
    refusedLocally(Arrays.copyOf(whole, whole.length - 1));
  }

  private byte[] tree(FileMode mode, String... names) {
    TreeFormatter tree = new TreeFormatter();
    for (String name : names) {
      byte[] raw = name.getBytes(StandardCharsets.UTF_8);
      tree.append(raw, 0, raw.length, mode, blob);
    }
    return tree.toByteArray();
  }

  private void refusedEverywhere(byte[] tree) throws Exception {
    refusedLocally(tree);
    try (NginxGit nginx = NginxGit.start(served)) {
      refused(nginx.url(Door.OPEN, "r.git"));
    }
  }

  private void refusedLocally(byte[] tree) throws Exception {
    ObjectId id = repository.insert(Constants.OBJ_TREE, tree);
    repository.ref("refs/heads/main", repository.commitOf(id));
    refused(repository.url());
  }

  private void refused(String url) throws Exception {
    GitProject project = new GitProject(Files.createTempDirectory(root, "run")).source(url, "main");
    Outcome outcome = project.create();
    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    IntegrityMismatch failure = (IntegrityMismatch) outcome.failure().orElseThrow().reason();
    assertThat(failure.getMessage()).doesNotContain("\n", "\r", "\u001b", "\u202e");
    assertThat(failure.advice()).isNotEmpty();
    assertThat(project.files()).isEqualTo(Map.of());
  }
}
