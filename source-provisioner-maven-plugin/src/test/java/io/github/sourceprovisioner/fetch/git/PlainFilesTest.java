package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web server that knows nothing of git: the whole history comes, file by file. */
class PlainFilesTest {

  private Path root;
  private BareRepository repository;
  private HttpServer server;
  private TestContext context;
  private ObjectId first;

  @BeforeEach
  void serve(@TempDir Path repositories, @TempDir Path store) throws Exception {
    ReferenceGitServer.program();
    root = repositories;
    context = new TestContext(store);
    repository = new BareRepository(root.resolve("modules.git"));
    first = repository.commit(Map.of("vpc/main.tf", "one", "x:run.sh", "#!"));
    repository.ref("refs/tags/v1", repository.tag("v1", first, Constants.OBJ_COMMIT));
    repository.ref("refs/heads/main", repository.commit(Map.of("vpc/main.tf", "two"), first));
    git("update-server-info");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    repository.close();
  }

  @Test
  void aTagComesFromSingleObjects() throws Exception {
    assertThat(files("v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(files("", "")).containsExactly(Map.entry("f vpc/main.tf", "two"));
    assertThat(context.notes).contains("plain files without a git server: whole history");
    assertThat(context.requests).isNotEmpty();
  }

  @Test
  void aTagComesFromAPack() throws Exception {
    git("repack", "-adq");
    assertThat(files("v1", ""))
        .containsExactly(Map.entry("f vpc/main.tf", "one"), Map.entry("x run.sh", "#!"));
  }

  @Test
  void anObjectThatIsNotWhatItsIdPromisesIsNotDelivered() throws Exception {
    String name = first.name();
    Path object = repository.directory.resolve("objects").resolve(name.substring(0, 2));
    byte[] bytes = Files.readAllBytes(object.resolve(name.substring(2)));
    bytes[bytes.length - 5] ^= 1;
    Files.delete(object.resolve(name.substring(2)));
    Files.write(object.resolve(name.substring(2)), bytes);
    ProvisioningException failure =
        catchThrowableOfType(ProvisioningException.class, () -> files(name, ""));
    assertThat(failure).isNotNull();
    assertThat(failure.advice()).isNotEmpty();
  }

  private Map<String, String> files(String ref, String subdir) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/modules.git";
    SourceLocation location = location(url, ref, subdir);
    return read(fetcher.fetch(location, fetcher.resolve(location, context), root, context));
  }

  private void git(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 3];
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    command[0] = "git";
    command[1] = "-C";
    command[2] = repository.directory.toString();
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] content = Files.readAllBytes(file);
      exchange.getResponseHeaders().add("Content-Type", "text/plain");
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    }
  }
}
