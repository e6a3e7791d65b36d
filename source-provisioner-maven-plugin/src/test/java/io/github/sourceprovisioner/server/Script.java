package io.github.sourceprovisioner.server;

import java.io.IOException;

/** What a server does with one connection; the connection ends in order when it returns. */
@FunctionalInterface
public interface Script {

  /** Plays the part of the server. */
  void play(Wire wire) throws IOException, InterruptedException;

  /** Hears one request, and answers with these bytes; lines end as they are written. */
  static Script answer(String text) {
    return wire -> {
      wire.request();
      wire.send(text);
    };
  }

  /**
   * Hears one HTTP request, and answers it whole.
   *
   * @param status code and reason
   * @param headers each without the end of its line
   */
  static Script http(String status, String body, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return answer(
        "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(status, body.length(), more, body));
  }

  /** Hears a request and never answers. */
  static Script silence() {
    return wire -> {
      wire.request();
      wire.hang();
    };
  }

  /** Plays this, and then breaks the connection instead of ending it. */
  default Script thenReset() {
    return wire -> {
      play(wire);
      wire.reset();
    };
  }

  /** Plays this, and then neither sends nor ends. */
  default Script thenHang() {
    return wire -> {
      play(wire);
      wire.hang();
    };
  }
}
