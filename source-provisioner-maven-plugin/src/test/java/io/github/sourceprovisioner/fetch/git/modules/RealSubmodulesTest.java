package io.github.sourceprovisioner.fetch.git.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories as git makes them, where there is a git. */
class RealSubmodulesTest {

  private final Path work;

  RealSubmodulesTest(@TempDir Path work) {
    this.work = work;
  }

  @BeforeEach
  void needsGit() {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "git")));
    assumeThat(there).isTrue();
  }

  @Test
  void whatGitAddedIsPutTogetherAsItWasPinned() throws Exception {
    commit("deep", "deep.tf");
    commit("lib", "lib.tf");
    add("lib", "../deep", "vendor/deep module");
    commit("root", "main.tf");
    add("root", "../lib", "modules/lib");
    String pinned = git("root", "rev-parse", "HEAD");
    commit("lib", "later.tf");

    ModuleAddress address = new ModuleAddress(work.resolve("root").toUri().toString(), pinned, "");
    LocalModules modules = new LocalModules();
    try (SourceTree tree =
        new SubmoduleTrees(modules, false).complete(address, modules.open(address))) {
      assertThat(tree.entries())
          .extracting(TreeEntry::path)
          .containsExactlyInAnyOrder(
              ".gitmodules",
              "main.tf",
              "modules/lib/.gitmodules",
              "modules/lib/lib.tf",
              "modules/lib/vendor/deep module/deep.tf");
      for (TreeEntry entry : tree.entries()) {
        if (entry.path().endsWith("deep.tf")) {
          assertThat(tree.open(entry)).hasContent("deep.tf");
        }
      }
    }
  }

  private void commit(String repository, String file) throws Exception {
    Path directory = work.resolve(repository);
    if (!Files.exists(directory)) {
      Files.createDirectory(directory);
      git(repository, "init", "--quiet");
    }
    Files.writeString(directory.resolve(file), file);
    git(repository, "add", file);
    git(repository, "commit", "--quiet", "-m", file);
  }

  private void add(String repository, String url, String path) throws Exception {
    String absolute = work.resolve(repository).toUri().toString();
    git(repository, "remote", "add", "origin", absolute.replaceFirst("/$", ""));
    git(repository, "submodule", "--quiet", "add", url, path);
    git(repository, "commit", "--quiet", "-m", path);
  }

  private String git(String repository, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.com"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(work.resolve(repository).toFile());
    builder
        .environment()
        .putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "HOME", work.toString(), "LC_ALL", "C"));
    Process process = builder.redirectErrorStream(true).start();
    String said = read(process);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
