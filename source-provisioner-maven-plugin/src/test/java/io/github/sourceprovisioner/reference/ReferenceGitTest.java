package io.github.sourceprovisioner.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the reference about what is in a repository or in a directory of this machine. */
class ReferenceGitTest {

  private Path root = Path.of("");
  private Scene scene;

  @BeforeEach
  void project(@TempDir Path directory) throws IOException {
    root = directory.toRealPath();
    scene = new Scene(root.resolve("real"));
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  /**
   * {@code evil-036}, {@code evil-037} and {@code evil-052} (links out of the tree), {@code
   * evil-051} (a link to {@code .git} under a name that some file systems take for another), {@code
   * evil-049} (submodules with options for URLs).
   */
  @ParameterizedTest
  @CsvSource({
    "l:dir/link, /etc/hostname, //dir",
    "l:link-out, /etc/hostname, ''",
    "l:link-out, /etc/hostname, //.",
    "l:A, .git, ''",
    ".gitmodules, '[submodule \"s\"] path=s url=--upload-pack=x', ?submodules=true",
    ".gitmodules, '[submodule \"-s\"] path=-s url=https://h.invalid/r', ?submodules=true",
    ".gitmodules, '[submodule \"../s\"] path=s url=https://h.invalid/r', ?submodules=true",
  })
  void aRepositoryThatReachesOutIsRefused(String path, String content, String more)
      throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    Map<String, String> files = new TreeMap<>(Map.of("dir/main.tf", "one", "a/hook", "x"));
    files.put(path, content.replace("] ", "]\n").replace(" url", "\nurl"));
    String id = upstream.commit("main", Map.of("x", "y"));
    if (content.startsWith("[")) {
      files.put(content.contains("path=-s") ? "m:-s" : "m:s", id);
    }
    upstream.commit("main", files);

    assertThatThrownBy(() -> scene.files("git::" + upstream.url() + more))
        .isInstanceOf(ProvisioningException.class)
        .satisfies(e -> assertThat(((ProvisioningException) e).advice()).isNotEmpty());
    assertThat(scene.workdir()).doesNotExist();
  }

  /** {@code checksum-065}. */
  @Test
  void aChecksumOfADirectoryIsRefused() throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    upstream.commit("main", Map.of("main.tf", "one"));
    String checksum = "?checksum=sha256:" + "0".repeat(64);
    assertThatThrownBy(() -> scene.files("git::" + upstream.url() + checksum))
        .isInstanceOf(InvalidStack.class);
    assertThatThrownBy(() -> scene.files("s3::" + scene.url("/bucket/prefix/") + checksum))
        .isInstanceOf(InvalidStack.class);
    assertThat(scene.asked).isEmpty();
  }

  /** {@code detect-054} and {@code detect-055}: a project that is reached through a link. */
  @ParameterizedTest
  @CsvSource({
    "./foo, real/project/src/main/stacks/foo",
    "../mods/foo, real/project/src/main/mods/foo"
  })
  void aRelativePathStartsWhereTheManifestReallyIs(String uri, String place) throws Exception {
    Files.createDirectories(root.resolve(place));
    Files.writeString(root.resolve(place).resolve("main.tf"), "one");
    Files.createSymbolicLink(root.resolve("linked"), root.resolve("real"));
    try (Scene linked = new Scene(root.resolve("linked"))) {
      assertThat(linked.files(uri)).isEqualTo(Map.of("main.tf", "one"));
    }
  }
}
