package io.github.sourceprovisioner.fetch.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * Opens the HTTP connections of one session. Every URL, so also every one that a server redirects
 * to, is checked as strictly as one that a user writes; the authorization goes to the origin of the
 * session only (CVE-2026-41506); bytes are counted as they come over the wire.
 */
final class CountedConnections implements HttpConnectionFactory {

  private final GitSession session;

  CountedConnections(GitSession session) {
    this.session = session;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    session.check();
    GitUrl.of(url.toString(), session.context().insecureAllowed());
    session.requests().begin(url.toString());
    return new Counted(url, proxy, session);
  }

  private static final class Counted extends JDKHttpConnection {

    private final GitSession session;
    private final boolean sameOrigin;

    Counted(URL url, Proxy proxy, GitSession session) throws IOException {
      super(url, proxy);
      this.session = session;
      this.sameOrigin =
          session.url().sameOrigin(url.getProtocol(), Optional.of(url.getHost()), url.getPort());
    }

    @Override
    public void setRequestProperty(String key, String value) {
      if (sameOrigin || !key.equalsIgnoreCase("Authorization")) {
        super.setRequestProperty(key, value);
      }
    }

    @Override
    public int getResponseCode() throws IOException {
      int status = super.getResponseCode();
      session.requests().answered(status);
      return status;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream(), session);
    }
  }

  private static final class CountedStream extends FilterInputStream {

    private final GitSession session;

    CountedStream(InputStream in, GitSession session) {
      super(in);
      this.session = session;
    }

    @Override
    public int read() throws IOException {
      session.check();
      int value = super.read();
      session.requests().received(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      session.check();
      int count = super.read(buffer, offset, length);
      session.requests().received(count);
      return count;
    }
  }
}
