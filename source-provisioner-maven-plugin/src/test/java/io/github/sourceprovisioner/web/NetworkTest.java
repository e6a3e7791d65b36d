package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

  private final WebContext context = new WebContext();

  @Test
  void aHostThatIsNotThereCannotBeReached() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    TransferFailed failure = failure(URI.create("http://127.0.0.1:" + port + "/a"));
    assertThat(failure).hasMessage("127.0.0.1:" + port + " cannot be reached");
    assertThat(failure.advice()).containsExactly("check the network");
    assertThat(context.requests).hasSize(1);
    assertThat(context.ends).containsExactly("failed");
  }

  @Test
  void aHostThatHangsUpBreaksTheTransfer() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.Line::head)) {
      TransferFailed failure = failure(server.uri("/a"));
      assertThat(failure).hasMessage("the transfer from 127.0.0.1:" + server.port() + " broke off");
      assertThat(failure.advice()).containsExactly("try again");
    }
  }

  @Test
  void aHostThatSpeaksSomethingElseBreaksTheTransfer() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(
            line -> {
              line.head();
              line.send("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            })) {
      assertThat(failure(server.uri("/a"))).hasMessageEndingWith("broke off");
    }
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(
            new UnknownHostException("h"), "there is no host h", "check the URL and the network"),
        Arguments.of(new NoRouteToHostException("x"), "h cannot be reached", "check the network"),
        Arguments.of(
            new SocketTimeoutException("Connect timed out"),
            "h cannot be reached",
            "check the network"),
        Arguments.of(
            new SocketTimeoutException("Read timed out"),
            "h sends nothing any more",
            "try again later"),
        Arguments.of(
            new SocketException("Connection reset"), "the transfer from h broke off", "try again"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void aReasonIsSaidInOurOwnWords(IOException reason, String message, String advice) {
    ProvisioningException failure =
        new WebFailures(context, InstantSource.system(), "archive")
            .broken(URI.create("https://h/a"), reason);
    assertThat(failure).isInstanceOf(TransferFailed.class).hasMessage(message).hasCause(reason);
    assertThat(failure.advice()).containsExactly(advice);
  }

  private TransferFailed failure(URI uri) {
    return catchThrowableOfType(
        TransferFailed.class,
        () -> new HttpWeb(context, InstantSource.system()).send(WebRequest.get(uri)));
  }
}
