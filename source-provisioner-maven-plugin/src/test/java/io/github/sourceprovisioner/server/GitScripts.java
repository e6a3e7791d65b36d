package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scripts that speak version 2 of git's protocol over HTTP, one request a connection. Documented by
 * git as {@code gitprotocol-v2}.
 */
public final class GitScripts {

  /** Ends a message. */
  public static final String FLUSH = "0000";

  private static final int SIDE_BAND = 60_000;

  private GitScripts() {}

  /** A part of the answer to one request; writes what follows the head. */
  @FunctionalInterface
  public interface Body {

    /** Writes to the client. */
    void write(Wire wire) throws IOException, InterruptedException;
  }

  /** A host that tells its refs and answers whoever wants objects with this body. */
  public static Script host(Map<String, String> refs, Body objects) {
    return host(wire -> wire.send(listed(refs)), objects);
  }

  /** The same with any answer to the question for refs. */
  public static Script host(Body refs, Body objects) {
    return wire -> {
      String request = wire.request();
      if (request.startsWith("GET")) {
        head(wire, "advertisement");
        wire.send(line("# service=git-upload-pack\n") + FLUSH);
        wire.send(line("version 2\n") + line("ls-refs\n") + line("fetch=shallow filter\n"));
        wire.send(line("object-format=sha1\n") + FLUSH);
      } else if (request.contains("command=ls-refs")) {
        head(wire, "result");
        refs.write(wire);
      } else {
        head(wire, "result");
        objects.write(wire);
      }
    };
  }

  /** A line of the protocol. */
  public static String line(String text) {
    return "%04x%s".formatted(text.length() + 4, text);
  }

  /** The refs by name, and the end of the list. */
  public static String listed(Map<String, String> refs) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(refs).forEach((name, id) -> lines.append(line(id + " " + name + "\n")));
    return lines + FLUSH;
  }

  /** The beginning of an answer with objects. */
  public static Body packfile() {
    return wire -> wire.send(line("packfile\n"));
  }

  /** A whole answer with a pack. */
  public static Body pack(byte[] pack) {
    return wire -> {
      packfile().write(wire);
      for (int at = 0; at < pack.length; at += SIDE_BAND) {
        wire.send(band(1, pack, at, Math.min(SIDE_BAND, pack.length - at)));
      }
      wire.send(FLUSH);
    };
  }

  /** A part of a pack (band 1) or a message to the user (band 2). */
  public static byte[] band(int band, byte[] bytes, int offset, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("%04x".formatted(length + 5).getBytes(ISO_8859_1));
    out.write(band);
    out.write(bytes, offset, length);
    return out.toByteArray();
  }

  private static void head(Wire wire, String kind) throws IOException {
    wire.send(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/x-git-upload-pack-"
            + kind
            + "\r\n\r\n");
  }
}
