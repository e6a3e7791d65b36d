package io.github.sourceprovisioner.fetch.git.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts pkt-lines together. */
final class PacketWriter {

  private static final int HEADER = 4;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A line; the line feed is added. */
  PacketWriter line(String text) {
    return raw(text + "\n");
  }

  /** Data as it stands. */
  PacketWriter raw(String text) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes("%04x".formatted(data.length + HEADER).getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(data);
    return this;
  }

  PacketWriter delimiter() {
    bytes.writeBytes(new byte[] {'0', '0', '0', '1'});
    return this;
  }

  PacketWriter flush() {
    bytes.writeBytes(new byte[] {'0', '0', '0', '0'});
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
