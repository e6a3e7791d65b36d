package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives on their whole way from a manifest to a workdir. */
class ArchiveSourcesTest {

  private TestProject project;

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    project = new TestProject(directory);
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void anArchiveBesideTheManifestIsFollowedWhenItChanges() throws Exception {
    project.stack("dev", TestProject.component("vpc", "'./modules.zip//vpc'"));
    Path archive = project.base.resolve("src/main/stacks/modules.zip");
    Files.write(archive, zip(Map.of("vpc/main.tf", "one")));
    assertThat(project.actions(TestProject.CREATE)).containsExactly("dev/vpc created");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo("one");
    assertThat(project.actions(TestProject.CREATE)).containsExactly("dev/vpc unchanged");

    Files.write(archive, zip(Map.of("vpc/main.tf", "two")));
    assertThat(project.actions(TestProject.CREATE)).containsExactly("dev/vpc updated");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo("two");
  }

  @Test
  void theDirectoryThatAHostLeadsToIsJoinedWithTheOneThatIsWanted() throws Exception {
    byte[] archive = zip(Map.of("repo-1/modules/vpc/main.tf", "vpc", "repo-1/vpc/main.tf", "no"));
    HttpServer host =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String url = "http://127.0.0.1:" + host.getAddress().getPort();
    host.createContext(
        "/",
        exchange -> {
          boolean module = exchange.getRequestURI().getPath().equals("/module");
          String end = url + "/v1.zip//*/modules";
          exchange.getResponseHeaders().add(module ? "X-Terraform-Get" : "X-Nothing", end);
          exchange.sendResponseHeaders(200, module ? -1 : archive.length);
          exchange.getResponseBody().write(module ? new byte[0] : archive);
          exchange.close();
        });
    host.start();
    try {
      project.stack("dev", TestProject.component("vpc", "'" + url + "/module//vpc'"));
      assertThat(project.actions(TestProject.CREATE)).containsExactly("dev/vpc created");
      assertThat(project.mainTf("dev", "vpc")).isEqualTo("vpc");
    } finally {
      host.stop(0);
    }
  }
}
