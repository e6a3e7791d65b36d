package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A script that passes everything on to a real server and back, and cuts the way back at a place:
 * some bytes after a word has come by for the first time on a connection.
 */
public final class Relay implements Script {

  private final int target;
  private final byte[] word;
  private final int bytes;
  private final Script ending;
  private final AtomicInteger cuts = new AtomicInteger();

  private Relay(int target, String word, int bytes, Script ending) {
    this.target = target;
    this.word = word.getBytes(ISO_8859_1);
    this.bytes = bytes;
    this.ending = ending;
  }

  /**
   * Cuts every connection on which the word comes by.
   *
   * @param target the port of the real server on the loopback interface
   * @param word {@code PACK} is where a pack of git starts
   * @param bytes how many more come through behind the word
   * @param ending what happens then
   */
  public static Relay cutting(int target, String word, int bytes, Script ending) {
    return new Relay(target, word, bytes, ending);
  }

  /** The end of a connection: nothing more comes, in order. */
  public static Script end() {
    return wire -> {};
  }

  /** How many connections were cut. */
  public int cuts() {
    return cuts.get();
  }

  @Override
  public void play(Wire wire) throws IOException, InterruptedException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      Thread forth = new Thread(() -> pass(wire.socket(), server), "relay");
      forth.setDaemon(true);
      forth.start();
      if (back(server.getInputStream(), wire)) {
        cuts.incrementAndGet();
        ending.play(wire);
      }
    }
  }

  /** Passes bytes on; a client that breaks off lets the server go. */
  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException oneOfThemHasGone) {
      letGo(to);
    }
  }

  private static void letGo(Socket server) {
    try {
      server.close();
    } catch (IOException goneAlready) {
      return;
    }
  }

  /** Passes bytes back; true if they were cut. */
  private boolean back(InputStream from, Wire wire) throws IOException {
    byte[] buffer = new byte[8192];
    int matched = 0;
    int left = bytes;
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      int at = 0;
      while (at < count && left > 0) {
        if (matched == word.length) {
          left--;
        } else {
          matched = buffer[at] == word[matched] ? matched + 1 : buffer[at] == word[0] ? 1 : 0;
        }
        at++;
      }
      wire.send(Arrays.copyOf(buffer, at));
      if (left == 0) {
        return true;
      }
    }
    return false;
  }
}
