package io.github.sourceprovisioner.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.engine.Engine;
import io.github.sourceprovisioner.engine.Extensions;
import io.github.sourceprovisioner.engine.Layout;
import io.github.sourceprovisioner.engine.Policy;
import io.github.sourceprovisioner.engine.Ports;
import io.github.sourceprovisioner.engine.Selection;
import io.github.sourceprovisioner.fixture.RecordingConsole;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.lock.LockMode;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.Outcome;
import io.github.sourceprovisioner.spi.Access;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A host on loopback, and a project with one component whose source is there: the whole way. */
public final class Scene implements AutoCloseable {

  /** Path and query of every request. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** What the user reads. */
  public final RecordingConsole console = new RecordingConsole();

  /** What the display of transfers is told. */
  public final RecordingContext transfers = new RecordingContext();

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Path root;
  private final HttpServer server;

  /** Who hears of a run. */
  record Ears(RecordingConsole console, RecordingContext transfers) {}

  /** What stands at a path. */
  private record Reply(int status, Map<String, String> headers, String body) {}

  /** A project below a directory, with a cache of its own. */
  public Scene(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("project/src/main/stacks"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The host serves these bytes. */
  public Scene put(String path, byte[] body) {
    return reply(path, 200, Map.of(), body);
  }

  /** The host serves this text. */
  public Scene put(String path, String body) {
    return put(path, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The host answers so. */
  public Scene reply(String path, int status, Map<String, String> headers, byte[] body) {
    replies.put(path, new Reply(status, headers, new String(body, StandardCharsets.ISO_8859_1)));
    return this;
  }

  /** The URL of a path of the host. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Where the project stands. */
  public Path project() {
    return root.resolve("project");
  }

  /** Where the component's files arrive. */
  public Path workdir() {
    return project().resolve("target/workdir/terraform/dev/c");
  }

  /**
   * Provisions the component, and reads what is in its workdir: content by path.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if that fails
   */
  public Map<String, String> files(String uri) throws IOException, InterruptedException {
    Files.writeString(
        project().resolve("src/main/stacks/dev.yaml"),
        """
        components:
          terraform:
            c:
              source: {uri: '%s', retry: {max_attempts: 1}}
        """
            .formatted(uri.replace("'", "''")));
    run(root, Mode.UPDATE, new Ears(console, transfers));
    return files();
  }

  /** Provisions the component of a project that is ready, without a host. */
  static void run(Path root, Mode mode, Ears ears) throws InterruptedException {
    Outcome outcome =
        engine(root, ears).provisioning(policy(mode)).run(Selection.ALL).outcomes().get(0);
    Optional<Failure> failure = outcome.failure();
    if (failure.isPresent()) {
      throw failure.get().reason();
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(workdir())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(workdir().relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    Reply none = new Reply(404, Map.of(), "");
    Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), none);
    reply.headers().forEach(exchange.getResponseHeaders()::add);
    int length = reply.body().length();
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(reply.body().getBytes(StandardCharsets.ISO_8859_1));
    }
    exchange.close();
  }

  private static Engine engine(Path root, Ears ears) {
    Path project = root.resolve("project");
    Ports ports =
        new Ports(
            ears.console(),
            ears.transfers(),
            Access.NONE,
            ArtifactRepositories.NONE,
            name -> Optional.empty(),
            Map.of(),
            Clock.systemUTC());
    Layout layout =
        new Layout(
            project,
            Optional.empty(),
            project.resolve("target/workdir"),
            project.resolve("target/source-provisioner"),
            root.resolve("cache"),
            project.resolve("source.lock.yaml"));
    return new Engine(layout, ports, Extensions.of(Scene.class.getClassLoader()));
  }

  private static Policy policy(Mode mode) {
    Duration limit = Duration.ofMinutes(1);
    Optional<LockMode> off = Optional.of(LockMode.OFF);
    return new Policy("create", mode, false, false, false, Optional.empty(), limit, false, off);
  }
}
