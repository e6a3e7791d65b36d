package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** Lets JGit speak the older protocols over any two streams. */
final class StreamTransport extends Transport implements PackTransport {

  private final GitSession session;

  StreamTransport(Repository store, URIish uri, GitSession session) {
    super(store, uri);
    this.session = session;
  }

  @Override
  public FetchConnection openFetch() throws TransportException {
    return openFetch(List.of());
  }

  @Override
  public FetchConnection openFetch(Collection<RefSpec> specs, String... patterns)
      throws TransportException {
    try {
      Connection connection = new Connection(session.streams());
      connection.start(specs, patterns);
      return connection;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException("stopped", e);
    } catch (InterruptedIOException e) {
      throw new TransportException("the time is over", e);
    } catch (IOException e) {
      throw e instanceof TransportException known ? known : new TransportException("broken", e);
    }
  }

  @Override
  public PushConnection openPush() throws NotSupportedException {
    throw new NotSupportedException("nothing is ever pushed");
  }

  @Override
  public void close() {}

  private final class Connection extends BasePackFetchConnection {

    private final Duplex streams;

    Connection(Duplex streams) {
      super(StreamTransport.this);
      this.streams = streams;
      init(streams.in(), streams.out());
    }

    void start(Collection<RefSpec> specs, String... patterns) throws TransportException {
      if (!readAdvertisedRefs()) {
        lsRefs(specs, patterns);
      }
    }

    @Override
    public void close() {
      super.close();
      try {
        streams.close();
      } catch (IOException gone) {
        session.requests().end();
      }
    }
  }
}
