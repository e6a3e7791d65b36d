package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.TransferListener;

/** Tells a listener of requests that follow each other. */
final class RequestLog {

  private final TransferListener listener;
  private boolean open;

  RequestLog(TransferListener listener) {
    this.listener = listener;
  }

  /** A request starts; the one before has ended well. */
  void begin(String url) {
    end();
    open = true;
    listener.requested(Redaction.redact(url));
  }

  void received(long bytes) {
    if (open && bytes > 0) {
      listener.received(bytes);
    }
  }

  void end() {
    if (open) {
      open = false;
      listener.completed();
    }
  }

  void fail(Throwable reason) {
    if (open) {
      open = false;
      listener.failed(reason);
    }
  }
}
