package io.github.sourceprovisioner.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback that lets requests and tunnels through to whoever shows what it wants. */
final class TestProxy implements AutoCloseable {

  /** The heads of all requests, in order. */
  final List<String> heads = new CopyOnWriteArrayList<>();

  private final ServerSocket socket;
  private final String wanted;

  /** A proxy that wants to see a header; the empty one lets everybody through. */
  TestProxy(String wanted) throws IOException {
    this.wanted = wanted;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      heads.add("closed");
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      heads.add(head);
      if (!wanted.isEmpty() && !head.contains("Proxy-Authorization: " + wanted + "\r\n")) {
        send(
            client,
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=p\r\nContent-Length: 0\r\n\r\n");
      } else {
        pass(client, head);
      }
    } catch (IOException e) {
      heads.add("broken");
    }
  }

  private static void pass(Socket client, String head) throws IOException {
    String[] words = head.split("[ \r]", 4);
    boolean tunnel = words[0].equals("CONNECT");
    String authority = words[1].replaceFirst("^http://", "").replaceFirst("/.*", "");
    int port = Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
    try (Socket host = new Socket(InetAddress.getLoopbackAddress(), port)) {
      if (tunnel) {
        send(client, "HTTP/1.1 200 Connection established\r\n\r\n");
      } else {
        send(host, head.replaceFirst("Proxy-Authorization: .*\r\n", ""));
      }
      start(() -> copy(client, host));
      host.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(Socket to, String text) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "test-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
