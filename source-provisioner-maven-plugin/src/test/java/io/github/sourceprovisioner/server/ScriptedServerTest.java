package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {

  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

  @Test
  void connectionsArePlayedInTurnAndTheLastScriptGoesOn() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.start(Script.http("503 Busy", "", "Retry-After: 2"), Script.answer("ok"))) {
      assertThat(ask(server.port()))
          .startsWith("HTTP/1.1 503 Busy\r\n")
          .contains("Content-Length: 0\r\nRetry-After: 2\r\n\r\n");
      assertThat(ask(server.port())).isEqualTo("ok");
      assertThat(ask(server.port())).isEqualTo("ok");
      assertThat(server.requests()).hasSize(3).contains("GET / HTTP/1.1\r\nHost: h");
    }
  }

  @Test
  void aConnectionCanBreakAfterSomeBytes() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(Script.answer("some").thenReset());
        Socket socket = open(server.port())) {
      assertThat(socket.getInputStream().readNBytes(4)).hasSize(4);
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void aConnectionCanHangUntilTheServerIsClosed() throws IOException {
    ScriptedServer server = ScriptedServer.start(Script.answer("some").thenHang());
    try (Socket socket = open(server.port())) {
      assertThat(socket.getInputStream().readNBytes(4)).hasSize(4);
      socket.setSoTimeout(50);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      server.close();
      socket.setSoTimeout(0);
      assertThat(end(socket)).isTrue();
    }
  }

  @Test
  void aConnectionCanBeSlow() throws IOException {
    Script slow = wire -> wire.drip("abc".getBytes(ISO_8859_1), Duration.ofMillis(1));
    try (ScriptedServer server = ScriptedServer.start(slow)) {
      assertThat(ask(server.port())).isEqualTo("abc");
    }
  }

  @Test
  void aRelayPassesOnAndCutsBehindAWord() throws IOException {
    try (ScriptedServer real =
        ScriptedServer.start(Script.answer("PPACK-12345"), Script.answer("nothing of it"))) {
      Relay relay = Relay.cutting(real.port(), "PACK", 3, Relay.end());
      try (ScriptedServer server = ScriptedServer.start(relay)) {
        assertThat(ask(server.port())).isEqualTo("PPACK-12");
        assertThat(ask(server.port())).isEqualTo("nothing of it");
        assertThat(relay.cuts()).isEqualTo(1);
        assertThat(real.requests()).hasSize(2);
      }
    }
  }

  private static boolean end(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static String ask(int port) throws IOException {
    try (Socket socket = open(port)) {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static Socket open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(GET.getBytes(ISO_8859_1));
    return socket;
  }
}
