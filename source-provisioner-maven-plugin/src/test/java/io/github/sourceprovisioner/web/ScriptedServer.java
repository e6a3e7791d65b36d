package io.github.sourceprovisioner.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that does with every connection what a script says, also what no server should. */
public final class ScriptedServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Script script;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** The heads of all requests, in order. */
  public final List<String> heads = new CopyOnWriteArrayList<>();

  /** What happens to one connection; it is closed afterwards. */
  public interface Script {
    void play(Line line) throws IOException, InterruptedException;
  }

  /** One connection. */
  public final class Line {

    private final InputStream in;
    private final OutputStream out;

    private Line(Socket peer) throws IOException {
      this.in = peer.getInputStream();
      this.out = peer.getOutputStream();
    }

    /** Reads up to the end of a request's headers; empty if nobody asks any more. */
    public String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return "";
        }
        head.append((char) next);
      }
      heads.add(head.toString());
      return head.toString();
    }

    /** Sends text as it stands. */
    public void send(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Says nothing until the client has gone. */
    public void fallSilent() throws IOException {
      while (in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  private ScriptedServer(Script script) throws IOException {
    this.script = script;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** A server on loopback that plays a script for every connection. */
  public static ScriptedServer playing(Script script) throws IOException {
    ScriptedServer server = new ScriptedServer(script);
    start(server::accept);
    return server;
  }

  /** A server that sends the same text after every request of every connection. */
  public static ScriptedServer answering(String text) throws IOException {
    return playing(
        line -> {
          while (!line.head().isEmpty()) {
            line.send(text);
          }
        });
  }

  /** Connections that were opened so far. */
  public int connections() {
    return open.size();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** A URL on this server. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket peer : open) {
      peer.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket peer = socket.accept();
        open.add(peer);
        start(() -> play(peer));
      }
    } catch (IOException e) {
      heads.add("");
    }
  }

  private void play(Socket peer) {
    try (peer) {
      script.play(new Line(peer));
    } catch (IOException | InterruptedException e) {
      heads.add("");
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }
}
