package io.github.sourceprovisioner.benchmark.link;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Serves bare repositories and archives over HTTP, and counts the requests. */
public final class Host implements Closeable {

  /** The directory of the archives, below that of the repositories and in URLs. */
  public static final String ARCHIVES = "archives";

  private final HttpServer server;
  private final LongAdder requests = new LongAdder();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * Serves the repositories below a directory, and the archives of a directory in it.
   *
   * @param program {@code git-http-backend}
   */
  public Host(Path program, Path root) throws IOException {
    // Else the end of an answer waits for an acknowledgement of its beginning.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", counted(new GitProgram(program, root)));
    server.createContext("/" + ARCHIVES + "/", counted(new Archives(root.resolve(ARCHIVES))));
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** How many requests there were so far. */
  public long requests() {
    return requests.sum();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpHandler counted(HttpHandler handler) {
    return exchange -> {
      requests.increment();
      handler.handle(exchange);
    };
  }
}
