package io.github.sourceprovisioner.fetch.git.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Answers of hosts, put together frame by frame. */
final class Frames {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Frames line(String text) {
    return raw(new PacketWriter().line(text).bytes());
  }

  /** A packet of a band. */
  Frames band(int band, String text) {
    return raw(new PacketWriter().raw((char) band + text).bytes());
  }

  Frames raw(byte[] some) {
    bytes.writeBytes(some);
    return this;
  }

  Frames raw(String some) {
    return raw(some.getBytes(StandardCharsets.ISO_8859_1));
  }

  Frames flush() {
    return raw("0000");
  }

  Frames delimiter() {
    return raw("0001");
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  InputStream in() {
    return new ByteArrayInputStream(bytes());
  }
}
