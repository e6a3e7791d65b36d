package io.github.sourceprovisioner.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.OwnJvm;
import io.github.sourceprovisioner.fixture.Packed;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.fixture.RecordingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a run so much as loads what opens sockets: row E9 of the faults. */
class NoSocketTest {

  private static final String SOCKETS = "sun.nio.ch.NioSocketImpl";

  /** Who would open socket channels. From JDK 25 on, their own class is loaded with any channel. */
  private static final String HTTP = "jdk.internal.net.http.HttpClientImpl";

  /** Provisions a project. */
  static final class Program {

    public static void main(String[] args) throws InterruptedException {
      try {
        Mode mode = Mode.valueOf(args[1]);
        Scene.Ears ears = new Scene.Ears(new RecordingConsole(), new RecordingContext());
        Scene.run(Path.of(args[0]), mode, ears);
        System.out.println("provisioned");
      } catch (ProvisioningException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }

  @Test
  void offlineAWarmCacheIsReadWithoutASocket(@TempDir Path root) throws Exception {
    try (Scene scene = new Scene(root).put("/a.tar", Packed.tar(Map.of("main.tf", "one")))) {
      scene.files(scene.url("/a.tar"));
    }
    Path file = root.resolve("project/target/workdir/terraform/dev/c/main.tf");
    Files.delete(file);
    Files.delete(file.getParent());

    assertThat(OwnJvm.loadedBy(Program.class, root.toString(), "OFFLINE"))
        .contains("provisioned")
        .doesNotContain(SOCKETS, HTTP, "sun.nio.ch.DatagramChannelImpl");
    assertThat(file).hasContent("one");
  }

  @Test
  void offlineAColdCacheIsSaidToBeColdWithoutASocket(@TempDir Path root) throws Exception {
    project(root);
    assertThat(OwnJvm.loadedBy(Program.class, root.toString(), "OFFLINE"))
        .contains("refused: ")
        .doesNotContain(SOCKETS);
  }

  @Test
  void whoAsksAHostLoadsThem(@TempDir Path root) throws Exception {
    project(root);
    assertThat(OwnJvm.loadedBy(Program.class, root.toString(), "UPDATE"))
        .contains("refused: ", SOCKETS);
  }

  private static void project(Path root) throws Exception {
    Path stacks = Files.createDirectories(root.resolve("project/src/main/stacks"));
    Files.writeString(
        stacks.resolve("dev.yaml"),
        "components: {terraform: {c: {source: {uri: 'http://127.0.0.1:1/a.tar',"
            + " retry: {max_attempts: 1}}}}}");
  }
}
