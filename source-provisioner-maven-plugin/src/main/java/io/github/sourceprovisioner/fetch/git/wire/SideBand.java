package io.github.sourceprovisioner.fetch.git.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The data of a multiplexed stream (gitprotocol-pack, Packfile Data). What the host says for people
 * to read is passed over, but not for ever.
 */
final class SideBand extends InputStream {

  private static final int DATA = 1;
  private static final int PROGRESS = 2;
  private static final int ERROR = 3;

  /** No host says so much without meaning harm; a packet counts at least as one character. */
  private static final long MOST_TALK = 16 << 20;

  private final PacketReader reader;
  private final Closeable source;
  private Packet packet = Packet.of(new byte[] {DATA});
  private int at = 1;
  private long talk;

  SideBand(PacketReader reader, Closeable source) {
    this.reader = reader;
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return fill() ? packet.data()[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, packet.data().length - at);
    System.arraycopy(packet.data(), at, buffer, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Whether there is data, now or in a packet to come. */
  private boolean fill() throws IOException {
    while (packet.isData() && at >= packet.data().length) {
      packet = reader.next();
      at = 1;
      if (packet.isData()) {
        sort();
      } else if (packet.kind() != Packet.Kind.FLUSH) {
        throw new ProtocolError("a pack that does not end with a flush");
      }
    }
    return packet.isData();
  }

  private void sort() throws IOException {
    int length = packet.data().length;
    int band = length == 0 ? 0 : packet.data()[0];
    switch (band) {
      case DATA -> talk(length == 1 ? 1 : 0);
      case PROGRESS -> {
        talk(length);
        at = length;
      }
      case ERROR ->
          throw new Refusal(new String(packet.data(), 1, length - 1, StandardCharsets.UTF_8));
      default -> throw new ProtocolError("a band that does not exist");
    }
  }

  private void talk(int characters) throws ProtocolError {
    talk += characters;
    if (talk > MOST_TALK) {
      throw new ProtocolError("progress without an end");
    }
  }
}
