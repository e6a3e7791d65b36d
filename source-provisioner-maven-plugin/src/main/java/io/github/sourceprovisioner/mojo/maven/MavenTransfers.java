package io.github.sourceprovisioner.mojo.maven;

import io.github.sourceprovisioner.spi.TransferListener;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferEvent.EventType;
import org.eclipse.aether.transfer.TransferEvent.RequestType;
import org.eclipse.aether.transfer.TransferResource;
import org.jspecify.annotations.Nullable;

/**
 * Shows transfers through the session's own listener: on every Maven they look like Maven's, and
 * obey {@code -q} and {@code -ntp}.
 */
public final class MavenTransfers implements TransferListener {

  private final RepositorySystemSession session;

  /** The running transfer of each thread. */
  private final ConcurrentMap<Thread, Running> running = new ConcurrentHashMap<>();

  private record Running(TransferResource resource, long bytes) {}

  /** Transfers of a session. */
  public MavenTransfers(RepositorySystemSession session) {
    this.session = session;
  }

  @Override
  public void requested(String resource) {
    Running now = new Running(describe(resource), 0);
    running.put(Thread.currentThread(), now);
    tell(now, EventType.INITIATED, null);
    tell(now, EventType.STARTED, null);
  }

  @Override
  public void received(long bytes) {
    Running now =
        running.computeIfPresent(
            Thread.currentThread(), (t, r) -> new Running(r.resource(), r.bytes() + bytes));
    if (now != null) {
      tell(now, EventType.PROGRESSED, null);
    }
  }

  @Override
  public void completed() {
    Running now = running.remove(Thread.currentThread());
    if (now != null) {
      tell(now, EventType.SUCCEEDED, null);
    }
  }

  @Override
  public void failed(Throwable reason) {
    Running now = running.remove(Thread.currentThread());
    if (now != null) {
      tell(now, EventType.FAILED, reason);
    }
  }

  private void tell(Running now, EventType type, @Nullable Throwable reason) {
    org.eclipse.aether.transfer.TransferListener listener = session.getTransferListener();
    if (listener == null) {
      return;
    }
    TransferEvent.Builder event =
        new TransferEvent.Builder(session, now.resource())
            .setType(type)
            .setRequestType(RequestType.GET)
            .setTransferredBytes(now.bytes());
    if (reason instanceof Exception exception) {
      event.setException(exception);
    }
    try {
      switch (type) {
        case INITIATED -> listener.transferInitiated(event.build());
        case STARTED -> listener.transferStarted(event.build());
        case PROGRESSED -> listener.transferProgressed(event.build());
        case SUCCEEDED -> listener.transferSucceeded(event.build());
        default -> listener.transferFailed(event.build());
      }
    } catch (TransferCancelledException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Splits a URL into what Maven calls a repository and a resource. */
  private static TransferResource describe(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && uri.getRawPath() != null) {
        String path = uri.getRawPath().replaceFirst("^/", "");
        String root = uri.getScheme() + "://" + uri.getRawAuthority() + "/";
        return new TransferResource(uri.getHost().toLowerCase(Locale.ROOT), root, path, null, null);
      }
    } catch (URISyntaxException e) {
      return whole(url);
    }
    return whole(url);
  }

  private static TransferResource whole(String url) {
    return new TransferResource("source", url, "", null, null);
  }
}
