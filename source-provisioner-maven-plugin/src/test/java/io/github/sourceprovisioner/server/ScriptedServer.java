package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that does to its clients what no library would: the n-th connection is played by the
 * n-th script, all later ones by the last.
 */
public final class ScriptedServer implements AutoCloseable {

  private final ServerSocket server;
  private final List<Script> scripts;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "scripted-server");
            thread.setDaemon(true);
            return thread;
          });

  private ScriptedServer(ServerSocket server, List<Script> scripts) {
    this.server = server;
    this.scripts = scripts;
  }

  /** Starts a server with at least one script. */
  public static ScriptedServer start(Script... scripts) throws IOException {
    ScriptedServer server =
        new ScriptedServer(
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), List.of(scripts));
    server.threads.execute(server::accept);
    return server;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** A URL of this server for plain HTTP. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + "/" + path;
  }

  /** The heads of all HTTP requests that scripts have heard. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Ends all connections and lets those go that hang. */
  @Override
  public void close() throws IOException {
    end.countDown();
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    for (int connection = 0; ; connection++) {
      Script script = scripts.get(Math.min(connection, scripts.size() - 1));
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.execute(() -> play(script, socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void play(Script script, Socket socket) {
    try (socket) {
      script.play(new Wire(socket, requests, end));
    } catch (IOException clientHasGone) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }
}
