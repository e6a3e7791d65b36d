package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who edits a workdir and the record of it, seal included. */
class ForgedRecordTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root).vpc("{uri: 'fake::acme/vpc', version: v1}");
    project.run(LOCKED);
  }

  @Test
  void theRecordOfAWorkdirIsNotBelievedAgainstTheLockedTree() throws Exception {
    Path file = project.workdir("dev", "vpc").resolve("main.tf");
    String before = sha256(Files.readString(file));
    Files.writeString(file, Files.readString(file).replace('r', 'x'));
    Path record = recordWith(before);
    String lines = Files.readString(record).replaceFirst("(?s)sha256: [0-9a-f]{64}\n$", "");
    lines = lines.replace(before, sha256(Files.readString(file)));
    Files.writeString(record, lines + "sha256: " + sha256(lines) + "\n");

    assertThat(project.engine().verification().run(Selection.ALL).failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.reason())
                    .isInstanceOf(IntegrityMismatch.class)
                    .hasMessage(
                        "1 file recorded with another digest than the locked tree has: main.tf"));
  }

  private Path recordWith(String digest) throws IOException {
    try (Stream<Path> all = Files.walk(project.base.resolve("target/source-provisioner"))) {
      return all.filter(f -> Files.isRegularFile(f) && holds(f, digest)).findFirst().orElseThrow();
    }
  }

  private static String sha256(String text) {
    return HexFormat.of()
        .formatHex(TreeDigest.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
