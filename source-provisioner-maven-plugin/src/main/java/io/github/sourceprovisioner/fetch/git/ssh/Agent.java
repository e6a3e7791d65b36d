package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * The ssh agent behind its socket (draft-miller-ssh-agent), over the JDK's own unix domain sockets
 * (JEP 380), which need no native library. Keys never leave the agent; it signs.
 */
final class Agent extends AbstractAgentProxy {

  /** As much as OpenSSH's agent sends. */
  private static final int MAX_ANSWER = 256 * 1024;

  private final SocketChannel channel;

  private Agent(SocketChannel channel) {
    super(null);
    this.channel = channel;
  }

  /**
   * Connects to an agent. Closing it from another thread ends what it is asked for.
   *
   * @throws IOException if nobody answers at the socket
   */
  static Agent connect(Path socket) throws IOException {
    SocketChannel channel;
    try {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (UnsupportedOperationException noSuchSockets) {
      throw new IOException(noSuchSockets);
    }
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return new Agent(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new IOException("no ssh agent at its socket", e);
    }
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  protected synchronized Buffer request(Buffer question) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(question.array(), question.rpos(), question.available());
    while (out.hasRemaining()) {
      channel.write(out);
    }
    int length = read(Integer.BYTES).getInt();
    if (length < 1 || length > MAX_ANSWER) {
      throw new IOException("the ssh agent announces an answer of " + length + " bytes");
    }
    return new ByteArrayBuffer(read(length).array());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private ByteBuffer read(int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("the ssh agent hung up");
      }
    }
    return bytes.flip();
  }
}
