package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.agent.SshAgentConstants;
import org.apache.sshd.agent.local.AgentImpl;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** An ssh agent that speaks the real protocol at a socket: it lists keys, and signs. */
final class FakeAgent implements AutoCloseable {

  final Path socket;
  private final AgentImpl keys = new AgentImpl();
  private final ServerSocketChannel server;
  private volatile boolean silent;

  FakeAgent(Path directory, KeyPair... held) throws IOException {
    socket = Files.createTempDirectory("agent").resolve("s");
    for (KeyPair key : held) {
      keys.addIdentity(key, directory.toString());
    }
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(this::serve, "fake agent");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes questions and never answers, as one that asks its user. */
  FakeAgent silent() {
    silent = true;
    return this;
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    Files.deleteIfExists(socket.getParent());
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel client = server.accept()) {
        while (client.isConnected()) {
          int length = read(client, Integer.BYTES).getInt();
          Buffer question = new ByteArrayBuffer(read(client, length).array());
          if (!silent) {
            answer(client, question);
          }
        }
      } catch (IOException over) {
        silent = silent && server.isOpen();
      }
    }
  }

  private void answer(SocketChannel client, Buffer question) throws IOException {
    Buffer answer = new ByteArrayBuffer();
    if (question.getUByte() == SshAgentConstants.SSH2_AGENTC_REQUEST_IDENTITIES) {
      list(answer);
    } else {
      sign(question, answer);
    }
    Buffer framed = new ByteArrayBuffer();
    framed.putBytes(answer.getCompactData());
    client.write(ByteBuffer.wrap(framed.getCompactData()));
  }

  private void list(Buffer answer) throws IOException {
    List<Map.Entry<PublicKey, String>> held = List.copyOf(entries());
    answer.putByte(SshAgentConstants.SSH2_AGENT_IDENTITIES_ANSWER);
    answer.putUInt(held.size());
    for (Map.Entry<PublicKey, String> key : held) {
      answer.putPublicKey(key.getKey());
      answer.putString(key.getValue());
    }
  }

  private List<Map.Entry<PublicKey, String>> entries() throws IOException {
    List<Map.Entry<PublicKey, String>> all = new ArrayList<>();
    keys.getIdentities().forEach(key -> all.add(Map.entry(key.getKey(), key.getValue())));
    return all;
  }

  private void sign(Buffer question, Buffer answer) throws IOException {
    PublicKey key = question.getPublicKey();
    byte[] data = question.getBytes();
    String algorithm = (question.getInt() & 4) == 0 ? null : "rsa-sha2-512";
    Map.Entry<String, byte[]> signature = keys.sign(null, key, algorithm, data);
    Buffer blob = new ByteArrayBuffer();
    blob.putString(signature.getKey());
    blob.putBytes(signature.getValue());
    answer.putByte(SshAgentConstants.SSH2_AGENT_SIGN_RESPONSE);
    answer.putBytes(blob.getCompactData());
  }

  private static ByteBuffer read(SocketChannel client, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (client.read(bytes) < 0) {
        throw new IOException("the client hung up");
      }
    }
    return bytes.flip();
  }
}
