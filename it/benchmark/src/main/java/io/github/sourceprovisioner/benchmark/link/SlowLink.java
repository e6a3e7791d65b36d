package io.github.sourceprovisioner.benchmark.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Carries TCP connections to a port of this machine as a line between two machines would: every
 * byte is late, a connection costs a round trip before its first byte, and all connections share
 * one bandwidth in each direction. The slow start of TCP is left out, which favours whoever
 * transfers much.
 */
public final class SlowLink implements Closeable {

  /** How good the line is. */
  public record Quality(Duration roundTrip, long bitsPerSecond) {}

  private final int target;
  private final Quality quality;
  private final Lane up;
  private final Lane down;
  private final LongAdder connections = new LongAdder();
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool(SlowLink::thread);

  /** A line to a port of the loopback interface. */
  public SlowLink(int target, Quality quality) throws IOException {
    this.target = target;
    this.quality = quality;
    Duration travel = quality.roundTrip().dividedBy(2);
    this.up = new Lane(quality.bitsPerSecond(), travel);
    this.down = new Lane(quality.bitsPerSecond(), travel);
    this.server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Where it is entered. */
  public int port() {
    return server.getLocalPort();
  }

  /** What it has carried so far. */
  public Carried carried() {
    return new Carried(connections.sum(), up.bytes(), down.bytes());
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        open(server.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void open(Socket client) throws IOException {
    connections.increment();
    long established = System.nanoTime() + quality.roundTrip().toNanos();
    Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
    client.setTcpNoDelay(true);
    upstream.setTcpNoDelay(true);
    new Flow(client, upstream, up, established).start(threads);
    new Flow(upstream, client, down, established).start(threads);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "slow-link");
    thread.setDaemon(true);
    return thread;
  }
}
