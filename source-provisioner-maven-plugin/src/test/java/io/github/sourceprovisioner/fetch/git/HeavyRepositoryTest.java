package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Upstream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small heap is enough for large repositories, and none breaks the JVM. */
class HeavyRepositoryTest {

  private static final int FILES = 100_000;
  private static final int DEPTH = 10_000;
  private static final long LARGE = 300L << 20;

  private Path served;
  private Upstream upstream;

  @BeforeEach
  void create(@TempDir Path root) throws Exception {
    served = Files.createDirectory(root.resolve("served"));
    upstream = Upstream.create(served.resolve("r.git"));
  }

  @Test
  void aLargeFileComesThroughASmallHeap() throws Exception {
    Path large = Files.createFile(served.resolve("large"));
    try (OutputStream out = Files.newOutputStream(large)) {
      byte[] zeros = new byte[1 << 20];
      for (long at = 0; at < LARGE; at += zeros.length) {
        out.write(zeros);
      }
    }
    String index = "--git-dir=" + upstream.directory();
    upstream.git(index, "--work-tree=" + served, "add", large.toString());
    upstream.git("update-ref", "refs/heads/main", commitOf(upstream.git("write-tree")));
    Files.delete(large);
    assertThat(fetched()).containsExactly("1 files, " + LARGE + " bytes");
  }

  @Test
  void manyFilesComeThroughASmallHeap() throws Exception {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < FILES; i++) {
      many.put("modules/m%03d/file%06d.tf".formatted(i % 500, i), "resource");
    }
    upstream.commit("main", many);
    assertThat(fetched()).containsExactly(FILES + " files, " + FILES * 8 + " bytes");
  }

  @Test
  void aDeepTreeBreaksNothing() throws Exception {
    upstream.commit("main", Map.of("d/".repeat(DEPTH) + "f", "one"));
    assertThat(fetched()).containsExactly("1 files, 3 bytes");
  }

  @Test
  void aTreeOfAMillionFilesIsRefusedWithinASmallHeap() throws Exception {
    try (BareRepository many = new BareRepository(served.resolve("many.git"))) {
      ObjectId tree = many.insert(Constants.OBJ_BLOB, new byte[] {1});
      for (int depth = 0; depth < 3; depth++) {
        TreeFormatter level = new TreeFormatter();
        for (int i = 100; i < 200; i++) {
          level.append("m" + i, depth == 0 ? FileMode.REGULAR_FILE : FileMode.TREE, tree);
        }
        tree = many.insert(Constants.OBJ_TREE, level.toByteArray());
      }
      many.ref("refs/heads/main", many.commitOf(tree));
      try (NginxGit nginx = NginxGit.start(served)) {
        String refused =
            "the tree holds more than 500000 files and directories [choose a subdirectory]";
        assertThat(
                new ForkedJvm("-Xmx128m")
                    .fetch(
                        served.resolve("stores"),
                        "main",
                        nginx.url(Door.OPEN, "many.git"),
                        many.url()))
            .containsExactly(refused, refused);
      }
    }
  }

  private String commitOf(String tree) throws Exception {
    return upstream.git("commit-tree", "-m", "m", tree);
  }

  private List<String> fetched() throws Exception {
    try (NginxGit nginx = NginxGit.start(served)) {
      return new ForkedJvm("-Xmx128m")
          .fetch(served.resolve("stores"), "main", nginx.url(Door.OPEN, "r.git"));
    }
  }
}
