package io.github.sourceprovisioner.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.Installed;
import io.github.sourceprovisioner.spi.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script on the site, with which users check digests without us (promise P23). */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tree has POSIX modes and links")
class TreeDigestScriptTest {

  private static final Path SCRIPT = Path.of("../src/site/resources/t1.py");

  @Test
  void theScriptOnTheSiteComputesTheDigestThatThePluginLocks(@TempDir Path root) throws Exception {
    Path python = Installed.program("python3", "python3");
    Files.createDirectories(root.resolve("a.b/empty"));
    Files.createDirectories(root.resolve("a"));
    Files.writeString(root.resolve("main.tf"), "resource {}\n");
    Files.writeString(root.resolve("a/z.tf"), "");
    Files.writeString(root.resolve("a.b/\u00e9\uD83D\uDE00.tf"), "é\n");
    Path script = Files.writeString(root.resolve("a/run.sh"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(root.resolve("file"), Path.of("a/z.tf"));
    Files.createSymbolicLink(root.resolve("folder"), Path.of("a"));

    Process run =
        new ProcessBuilder(python.toString(), SCRIPT.toString(), root.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(run.getInputStream().readAllBytes(), UTF_8).strip();

    assertThat(run.waitFor()).as(printed).isZero();
    assertThat(printed).isEqualTo(digest(root));
  }

  private static String digest(Path root) throws Exception {
    try (SourceTree tree = DirectoryTree.of(root)) {
      return tree.digest().value();
    }
  }
}
