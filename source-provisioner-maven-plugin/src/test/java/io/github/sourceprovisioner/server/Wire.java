package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The server's end of one connection. Text is one byte a character. */
public final class Wire {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");

  private static final Pattern COMPRESSED = Pattern.compile("(?im)^content-encoding: *gzip");

  /** Long enough for what was sent to arrive before a reset, which would discard it. */
  private static final Duration ARRIVAL = Duration.ofMillis(100);

  private final Socket socket;
  private final List<String> requests;
  private final CountDownLatch end;

  Wire(Socket socket, List<String> requests, CountDownLatch end) {
    this.socket = socket;
    this.requests = requests;
    this.end = end;
  }

  Socket socket() {
    return socket;
  }

  /** Reads an HTTP request: its head, and a body of known length as it was before compression. */
  public String request() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    requests.add(head.toString().strip());
    Matcher length = LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return head + new String(COMPRESSED.matcher(head).find() ? expanded(body) : body, ISO_8859_1);
  }

  /** Reads what is no HTTP, a handshake for instance, until so much of it has come. */
  public void hear(int bytes) throws IOException {
    socket.getInputStream().readNBytes(bytes);
  }

  /** Sends text. */
  public void send(String text) throws IOException {
    send(text.getBytes(ISO_8859_1));
  }

  /** Sends bytes. */
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends bytes one by one, with a pause before each. */
  public void drip(byte[] bytes, Duration pause) throws IOException, InterruptedException {
    for (byte one : bytes) {
      pause(pause);
      send(new byte[] {one});
    }
  }

  /** Does nothing for a while, or until the server is closed. */
  public void pause(Duration time) throws InterruptedException, IOException {
    if (end.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("the server is closed");
    }
  }

  /** Does nothing until the server is closed. */
  public void hang() throws InterruptedException {
    end.await();
  }

  /** Breaks the connection: the client sees a reset after what was sent. */
  public void reset() throws IOException, InterruptedException {
    pause(ARRIVAL);
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static byte[] expanded(byte[] body) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }
}
