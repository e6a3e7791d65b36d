package io.github.sourceprovisioner.fetch.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/**
 * Sends what JGit asks over HTTP through the one way that knows credentials, proxies and limits.
 */
final class WebConnections implements HttpConnectionFactory {

  private final GitSession session;

  WebConnections(GitSession session) {
    this.session = session;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    session.check();
    return new WebConnection(url, session);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return create(url);
  }
}
