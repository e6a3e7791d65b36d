package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.spi.ProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocketFactory;

/** Makes sockets that speak TLS through the tunnel of a proxy. */
final class TunnelSockets extends SSLSocketFactory {

  private final SSLSocketFactory tls;
  private final ProxyServer proxy;

  TunnelSockets(SSLSocketFactory tls, ProxyServer proxy) {
    this.tls = tls;
    this.proxy = proxy;
  }

  /** What the JDK connects first, and then hands back for TLS. */
  @Override
  public Socket createSocket() {
    return new TunnelSocket(proxy);
  }

  @Override
  public Socket createSocket(Socket tunnel, String host, int port, boolean autoClose)
      throws IOException {
    return tls.createSocket(tunnel, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw past();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw past();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw past();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw past();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  private static SocketException past() {
    return new SocketException("no way past the proxy");
  }
}
