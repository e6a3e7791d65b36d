package io.github.sourceprovisioner.mojo.maven;

import io.github.sourceprovisioner.spi.TransferListener;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
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
 * obey {@code -q} and {@code -ntp}. All requests to one place are one transfer; in batch mode it is
 * one line, when it has ended.
 */
public final class MavenTransfers implements TransferListener {

  private final RepositorySystemSession session;
  private final boolean batch;

  /** What each thread is transferring. */
  private final ConcurrentMap<Thread, Running> running = new ConcurrentHashMap<>();

  /**
   * A transfer.
   *
   * @param place whether it goes on until the place is closed
   * @param bytes negative until the first request
   * @param broken why the newest request has failed
   */
  private record Running(
      TransferResource resource, boolean place, long bytes, Optional<Throwable> broken) {

    Running with(long total, Optional<Throwable> reason) {
      return new Running(resource, place, total, reason);
    }
  }

  /**
   * Transfers of a session.
   *
   * @param batch whether nobody watches: only ends are told
   */
  public MavenTransfers(RepositorySystemSession session, boolean batch) {
    this.session = session;
    this.batch = batch;
  }

  @Override
  public void opened(String place) {
    running.put(Thread.currentThread(), new Running(describe(place), true, -1, Optional.empty()));
  }

  @Override
  public void closed() {
    end(running.remove(Thread.currentThread()));
  }

  @Override
  public void requested(String resource) {
    Running before = running.get(Thread.currentThread());
    Running now =
        before != null && before.place()
            ? before.with(Math.max(0, before.bytes()), Optional.empty())
            : new Running(describe(resource), false, 0, Optional.empty());
    running.put(Thread.currentThread(), now);
    if (before == null || before.bytes() < 0) {
      tell(now, EventType.INITIATED);
      tell(now, EventType.STARTED);
    }
  }

  @Override
  public void received(long bytes) {
    Running now =
        running.computeIfPresent(
            Thread.currentThread(), (t, r) -> r.with(r.bytes() + bytes, Optional.empty()));
    if (now != null) {
      tell(now, EventType.PROGRESSED);
    }
  }

  @Override
  public void completed() {
    pause(Optional.empty());
  }

  @Override
  public void failed(Throwable reason) {
    pause(Optional.of(reason));
  }

  private void pause(Optional<Throwable> broken) {
    Running now =
        running.computeIfPresent(Thread.currentThread(), (t, r) -> r.with(r.bytes(), broken));
    if (now != null && !now.place()) {
      closed();
    }
  }

  private void end(@Nullable Running last) {
    if (last != null && last.bytes() >= 0) {
      tell(last, last.broken().isPresent() ? EventType.FAILED : EventType.SUCCEEDED);
    }
  }

  private void tell(Running now, EventType type) {
    org.eclipse.aether.transfer.TransferListener listener = session.getTransferListener();
    boolean end = type == EventType.SUCCEEDED || type == EventType.FAILED;
    if (listener == null || (batch && !end)) {
      return;
    }
    try {
      tell(listener, event(now, type));
    } catch (TransferCancelledException e) {
      Thread.currentThread().interrupt();
    }
  }

  private TransferEvent event(Running now, EventType type) {
    TransferEvent.Builder event =
        new TransferEvent.Builder(session, now.resource())
            .setType(type)
            .setRequestType(RequestType.GET)
            .setTransferredBytes(now.bytes());
    if (now.broken().orElse(null) instanceof Exception exception) {
      event.setException(exception);
    }
    return event.build();
  }

  private static void tell(
      org.eclipse.aether.transfer.TransferListener listener, TransferEvent event)
      throws TransferCancelledException {
    switch (event.getType()) {
      case INITIATED -> listener.transferInitiated(event);
      case STARTED -> listener.transferStarted(event);
      case PROGRESSED -> listener.transferProgressed(event);
      case SUCCEEDED -> listener.transferSucceeded(event);
      default -> listener.transferFailed(event);
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
