package io.github.sourceprovisioner.fetch.git.wire;

import java.nio.charset.StandardCharsets;

/** One pkt-line (gitprotocol-common). */
final class Packet {

  /** What a packet is for (gitprotocol-v2, Packet-Line Framing). */
  enum Kind {
    DATA,
    FLUSH,
    DELIMITER,
    RESPONSE_END
  }

  private static final byte[] NOTHING = new byte[0];
  private static final String ERROR = "ERR ";

  private final Kind kind;
  private final byte[] data;

  private Packet(Kind kind, byte[] data) {
    this.kind = kind;
    this.data = data;
  }

  /** A packet that holds nothing. */
  static Packet of(Kind kind) {
    return new Packet(kind, NOTHING);
  }

  /**
   * A packet of data.
   *
   * @param data not copied
   */
  static Packet of(byte[] data) {
    return new Packet(Kind.DATA, data);
  }

  Kind kind() {
    return kind;
  }

  /** What a packet of data holds; empty for the others; not copied. */
  byte[] data() {
    return data;
  }

  boolean isData() {
    return kind == Kind.DATA;
  }

  /**
   * The text of a packet without the line feed at its end; nobody is promised one.
   *
   * @throws Refusal if it is the line with which a host ends the conversation
   */
  String line() throws Refusal {
    int end = data.length > 0 && data[data.length - 1] == '\n' ? data.length - 1 : data.length;
    String line = new String(data, 0, end, StandardCharsets.UTF_8);
    if (line.startsWith(ERROR)) {
      throw new Refusal(line.substring(ERROR.length()));
    }
    return line;
  }
}
