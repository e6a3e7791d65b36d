package io.github.sourceprovisioner.benchmark.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** One direction of one connection: one thread puts bytes on the line, one takes them off. */
final class Flow {

  private static final int CHUNK = 16 << 10;

  private final Socket from;
  private final Socket to;
  private final Lane lane;
  private final long established;
  private final BlockingQueue<Chunk> onTheWay = new LinkedBlockingQueue<>();

  /** No bytes are the end. */
  private record Chunk(ByteBuffer bytes, long arrival) {}

  /**
   * A direction.
   *
   * @param established no byte is sent before this moment of {@link System#nanoTime}
   */
  Flow(Socket from, Socket to, Lane lane, long established) {
    this.from = from;
    this.to = to;
    this.lane = lane;
    this.established = established;
  }

  void start(Executor threads) {
    threads.execute(this::send);
    threads.execute(this::receive);
  }

  private void send() {
    byte[] buffer = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        onTheWay.add(new Chunk(copy(buffer, n), lane.send(n, established)));
      }
      onTheWay.add(new Chunk(ByteBuffer.allocate(0), lane.send(0, established)));
    } catch (IOException | InterruptedException e) {
      onTheWay.add(new Chunk(ByteBuffer.allocate(0), System.nanoTime()));
    }
  }

  private static ByteBuffer copy(byte[] buffer, int length) {
    return ByteBuffer.wrap(Arrays.copyOf(buffer, length));
  }

  private void receive() {
    try {
      OutputStream out = to.getOutputStream();
      for (Chunk chunk = onTheWay.take(); chunk.bytes().hasRemaining(); chunk = onTheWay.take()) {
        Lane.await(chunk.arrival());
        out.write(chunk.bytes().array());
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException | InterruptedException e) {
      drop();
    }
  }

  private void drop() {
    try {
      from.close();
      to.close();
    } catch (IOException e) {
      onTheWay.clear();
    }
  }
}
