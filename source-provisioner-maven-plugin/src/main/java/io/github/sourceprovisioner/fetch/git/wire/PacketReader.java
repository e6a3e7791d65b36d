package io.github.sourceprovisioner.fetch.git.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads pkt-lines, and nothing behind the last one that was asked for. */
final class PacketReader {

  /** The longest packet, its own header included (gitprotocol-common). */
  private static final int LONGEST = 65_520;

  private static final int HEADER = 4;

  private final InputStream in;

  PacketReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next packet.
   *
   * @throws EOFException if the stream ends before the packet does
   * @throws ProtocolError if no pkt-line starts here
   */
  Packet next() throws IOException {
    byte[] header = in.readNBytes(HEADER);
    if (header.length < HEADER) {
      throw new EOFException("the answer ends where a packet should start");
    }
    return body(length(header));
  }

  private Packet body(int length) throws IOException {
    return switch (length) {
      case 0 -> Packet.of(Packet.Kind.FLUSH);
      case 1 -> Packet.of(Packet.Kind.DELIMITER);
      case 2 -> Packet.of(Packet.Kind.RESPONSE_END);
      default -> data(length - HEADER);
    };
  }

  private Packet data(int length) throws IOException {
    if (length < 0 || length > LONGEST - HEADER) {
      throw new ProtocolError("a packet of an impossible length");
    }
    byte[] data = in.readNBytes(length);
    if (data.length < length) {
      throw new EOFException("the answer ends in a packet");
    }
    return Packet.of(data);
  }

  private static int length(byte[] header) throws ProtocolError {
    int length = 0;
    for (byte digit : header) {
      int value = digit < 0 ? -1 : Character.digit(digit, 16);
      if (value < 0) {
        throw new ProtocolError("no packet starts where one should");
      }
      length = length * 16 + value;
    }
    return length;
  }
}
