package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One connection of a session: a request whose bytes are counted and whose time is limited. */
final class CountedStreams implements Duplex {

  private final Duplex streams;
  private final GitSession session;
  private final InputStream in;

  CountedStreams(Duplex streams, GitSession session) {
    this.streams = streams;
    this.session = session;
    this.in = new Counted(streams.in(), session);
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return streams.out();
  }

  @Override
  public void close() throws IOException {
    session.requests().end();
    streams.close();
  }

  private static final class Counted extends FilterInputStream {

    private final GitSession session;

    Counted(InputStream in, GitSession session) {
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
