package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.spi.ProxyServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A socket that reaches its end point through the tunnel of a proxy (RFC 9110, 9.3.6) and shows the
 * proxy a credential at once. The JDK has tunnels, too, but refuses Basic in them unless a property
 * of the whole JVM, {@code jdk.http.auth.tunneling.disabledSchemes}, is set before its first
 * connection.
 */
final class TunnelSocket extends Socket {

  private static final int LONGEST_HEAD = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");

  private final ProxyServer proxy;

  TunnelSocket(ProxyServer proxy) {
    this.proxy = proxy;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress target)) {
      throw new SocketException("no tunnel leads to this address");
    }
    super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
    try {
      getOutputStream().write(request(target).getBytes(StandardCharsets.ISO_8859_1));
      int status = status(head(getInputStream()));
      if (status / 100 != 2) {
        throw new ProxyRefused(status);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private String request(InetSocketAddress target) {
    String name = target.getHostString();
    String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    String line = "CONNECT " + host + ":" + target.getPort() + " HTTP/1.1\r\n";
    String shown =
        proxy
            .credential()
            .map(known -> "Proxy-Authorization: " + Authorization.basic(known) + "\r\n")
            .orElse("");
    return line + "Host: " + host + ":" + target.getPort() + "\r\n" + shown + "\r\n";
  }

  /** One byte at a time: what follows the head belongs to TLS. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || head.length() >= LONGEST_HEAD) {
        throw new EOFException("the proxy breaks off");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static int status(String head) throws IOException {
    Matcher line = STATUS.matcher(head.lines().findFirst().orElse(""));
    if (!line.matches()) {
      throw new SocketException("the proxy does not speak HTTP");
    }
    return Integer.parseInt(line.group(1));
  }
}
