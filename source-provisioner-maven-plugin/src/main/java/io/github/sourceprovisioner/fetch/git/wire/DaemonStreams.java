package io.github.sourceprovisioner.fetch.git.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A connection to {@code git daemon} (gitprotocol-pack, Git Transport). */
public final class DaemonStreams implements Duplex {

  private static final int PORT = 9418;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private DaemonStreams(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Connects, and asks for a repository.
   *
   * @param url a {@code git} URL with a host
   * @param timeout for how long the host may say nothing, in milliseconds
   */
  public static DaemonStreams open(URI url, int timeout) throws IOException {
    int port = url.getPort() < 0 ? PORT : url.getPort();
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(url.getHost(), port), timeout);
      socket.setSoTimeout(timeout);
      DaemonStreams streams = new DaemonStreams(socket);
      streams.out.write(new PacketWriter().raw(request(url)).bytes());
      streams.out.flush();
      return streams;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  static String request(URI url) {
    String path = url.getPath().startsWith("/~") ? url.getPath().substring(1) : url.getPath();
    String host = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    return "git-upload-pack " + path + "\0host=" + host + "\0\0version=2\0";
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
