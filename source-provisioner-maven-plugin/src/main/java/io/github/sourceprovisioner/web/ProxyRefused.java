package io.github.sourceprovisioner.web;

import java.io.IOException;

/** A proxy does not let a connection through. */
final class ProxyRefused extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  ProxyRefused(int status) {
    super("the proxy answers with status " + status);
    this.status = status;
  }

  /** The status of its answer to {@code CONNECT}. */
  int status() {
    return status;
  }
}
