package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.web.WebFailures;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * A body whose transfer may break. Says so in our own words, so that nobody takes a full disk for a
 * broken transfer.
 */
final class ArrivingBody extends FilterInputStream {

  private final WebFailures failures;
  private final URI from;

  ArrivingBody(InputStream body, WebFailures failures, URI from) {
    super(body);
    this.failures = failures;
    this.from = from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      throw failures.broken(from, e);
    }
  }
}
