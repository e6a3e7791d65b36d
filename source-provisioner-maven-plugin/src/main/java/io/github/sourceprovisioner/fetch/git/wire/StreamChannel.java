package io.github.sourceprovisioner.fetch.git.wire;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A way over two streams that stay open: the commands follow each other, and a flush ends them. */
public final class StreamChannel implements Channel {

  private final Duplex duplex;
  private final InputStream in;
  private Optional<Greeting> greeting = Optional.empty();

  /** A way that closes the streams in the end. */
  public StreamChannel(Duplex duplex) {
    this.duplex = duplex;
    this.in = new BufferedInputStream(duplex.in());
  }

  @Override
  public Greeting greeting() throws IOException {
    if (greeting.isEmpty()) {
      in.mark(1);
      if (in.read() < 0) {
        throw new Refusal("the host hangs up without a word");
      }
      in.reset();
      greeting = Optional.of(Greeting.read(new PacketReader(in)));
    }
    return greeting.get();
  }

  @Override
  public InputStream command(byte[] request) throws IOException {
    greeting();
    OutputStream out = duplex.out();
    out.write(request);
    out.flush();
    return new FilterInputStream(in) {
      @Override
      public void close() {
        // The streams are there for the next command, too.
      }
    };
  }

  @Override
  public void close() throws IOException {
    try (duplex) {
      if (greeting.filter(known -> known.protocol() == Greeting.Protocol.V2).isPresent()) {
        farewell();
      }
    }
  }

  private void farewell() {
    try {
      OutputStream out = duplex.out();
      out.write(new PacketWriter().flush().bytes());
      out.flush();
    } catch (IOException hungUp) {
      // A host that has hung up needs no farewell.
    }
  }
}
