package io.github.sourceprovisioner.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ways to real servers on which transfers come to grief at a word. */
public final class Detours implements AutoCloseable {

  private final List<ScriptedServer> servers = new ArrayList<>();

  /** A way without trouble, until this is closed. */
  public int open(int port) throws IOException {
    return start(Relay.cutting(port, "\0 never said \0", 1, Relay.end()));
  }

  /**
   * A way on which every connection ends after a word.
   *
   * @param port the real server's on the loopback interface
   * @param broken hears of each
   * @return the port where the way starts
   */
  public int breaking(int port, String word, Runnable broken) throws IOException {
    return start(Relay.cutting(port, word, 1, wire -> broken.run()));
  }

  /** A way on which every connection falls silent after a word. */
  public int hanging(int port, String word, Runnable silent) throws IOException {
    return start(Relay.cutting(port, word, 1, ((Script) wire -> silent.run()).thenHang()));
  }

  /**
   * A host of HTTP that refuses everybody.
   *
   * @param status code and reason
   * @param header one more header of its answer
   * @param refused hears of every request that shows something
   * @return its port
   */
  public int refusing(String status, String header, Runnable refused) throws IOException {
    return start(
        wire -> {
          String request = wire.request().toLowerCase(Locale.ROOT);
          if (request.contains("\nauthorization:")) {
            refused.run();
          }
          wire.send(
              "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: 0\r\n%s\r\n\r\n"
                  .formatted(status, header));
        });
  }

  private int start(Script script) throws IOException {
    ScriptedServer server = ScriptedServer.start(script);
    servers.add(server);
    return server.port();
  }

  @Override
  public void close() throws IOException {
    for (ScriptedServer server : servers) {
      server.close();
    }
  }
}
