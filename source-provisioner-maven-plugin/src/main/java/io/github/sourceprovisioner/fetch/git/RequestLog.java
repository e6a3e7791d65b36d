package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.TransferListener;

/** Tells a listener of requests that follow each other, and remembers how the last one ended. */
final class RequestLog {

  private final TransferListener listener;
  private boolean open;
  private int status;

  RequestLog(TransferListener listener) {
    this.listener = listener;
  }

  /** A request starts; the one before has ended well. */
  void begin(String url) {
    end();
    open = true;
    status = 0;
    listener.requested(Redaction.redact(url));
  }

  void received(long bytes) {
    if (open && bytes > 0) {
      listener.received(bytes);
    }
  }

  /** The host answered with an HTTP status. */
  void answered(int httpStatus) {
    status = httpStatus;
  }

  /** The HTTP status of the newest request; 0 if there was no answer, or no HTTP. */
  int status() {
    return status;
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
