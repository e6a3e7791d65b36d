package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository on this machine may belong to somebody else: its own programs never run. */
class HostileConfigurationTest {

  @Test
  void hooksAndProgramsOfARepositoryDoNotRun(@TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    upstream.commit("main", Map.of("a", "one\n", ".gitattributes", "* filter=evil\n"));
    Path mark = root.resolve("executed");
    Path program = script(root.resolve("program"), mark);
    for (String hook :
        List.of("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc")) {
      script(Files.createDirectories(upstream.directory().resolve("hooks")).resolve(hook), mark);
    }
    Files.writeString(upstream.directory().resolve("config"), config(program, root));
    Client client = new Client(root.resolve("client"));
    assertThat(client.files(upstream.url(), "main", ""))
        .containsExactly(
            Map.entry("f .gitattributes", "* filter=evil\n"), Map.entry("f a", "one\n"));
    assertThat(mark).doesNotExist();
  }

  @Test
  void aRepositoryOfSomebodyElseIsReadAndNothingOfItRuns(@TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    upstream.commit("main", Map.of("a", "one"));
    Path mark = root.resolve("executed");
    Files.writeString(
        upstream.directory().resolve("config"),
        config(script(root.resolve("program"), mark), root));
    assumeThatCode(() -> give(upstream.directory())).doesNotThrowAnyException();
    assertThat(new Client(root.resolve("client")).files(upstream.url(), "main", ""))
        .containsExactly(Map.entry("f a", "one"));
    assertThat(mark).doesNotExist();
  }

  /** To the user nobody, which only an administrator can do. */
  private static void give(Path directory) throws Exception {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.toList()) {
        Files.setAttribute(path, "unix:uid", 65_534);
      }
    }
  }

  private static String config(Path program, Path elsewhere) {
    return """
        [core]
        \trepositoryformatversion = 0
        \tbare = true
        \tfsmonitor = %1$s
        \tworktree = %2$s
        \thooksPath = %2$s
        \tautocrlf = true
        \tsshCommand = %1$s
        \talternateRefsCommand = %1$s
        [filter "evil"]
        \tsmudge = %1$s
        \tprocess = %1$s
        \trequired = true
        [uploadpack]
        \tpackObjectsHook = %1$s
        [include]
        \tpath = %2$s/more
        """
        .formatted(program, elsewhere);
  }

  private static Path script(Path file, Path mark) throws Exception {
    Files.writeString(file, "#!/bin/sh\ntouch " + mark + "\ncat\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
