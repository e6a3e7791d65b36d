package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes connections and says nothing, or one thing, and does not hang up. */
final class SilentHost implements AutoCloseable {

  private final ServerSocket server;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();

  SilentHost(String said) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!server.isClosed()) {
                  Socket client = server.accept();
                  clients.add(client);
                  client.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                  client.getOutputStream().flush();
                }
              } catch (IOException closed) {
                clients.clear();
              }
            },
            "silent host");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    server.close();
  }
}
