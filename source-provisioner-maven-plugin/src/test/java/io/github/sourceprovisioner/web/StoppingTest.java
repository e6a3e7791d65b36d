package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever waits can be stopped. The limit of each test is far below that of a silent read. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppingTest {

  private final WebContext context = new WebContext();

  @Test
  void aHostThatNeverAnswersIsGivenUpWhenTheTimeIsOver() throws Exception {
    context.timeout = Duration.ofSeconds(1);
    try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.Line::fallSilent)) {
      HttpWeb web = new HttpWeb(context, InstantSource.system());
      TransferFailed failure =
          catchThrowableOfType(
              TransferFailed.class, () -> web.send(WebRequest.get(server.uri("/a"))));
      assertThat(failure).hasMessage("the transfer took longer than 1 s");
      assertThat(failure.advice()).containsExactly("raise -Dsource.timeout");
    }
    assertThat(context.ends).containsExactly("failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3e8\r\n"})
  void aBodyThatTricklesIsGivenUpWhenTheTimeIsOver(String rest) throws Exception {
    context.timeout = Duration.ofSeconds(1);
    try (ScriptedServer server = trickling("HTTP/1.1 200 OK\r\n" + rest);
        WebResponse response = send(server)) {
      TransferFailed failure =
          catchThrowableOfType(TransferFailed.class, () -> response.body().readAllBytes());
      assertThat(failure).hasMessage("the transfer took longer than 1 s");
      assertThat(failure.advice()).containsExactly("raise -Dsource.timeout");
    }
    assertThat(context.bytes).isPositive();
    assertThat(context.ends).containsExactly("failed");
  }

  @Test
  void anInterruptEndsAReadThatWaits() throws Exception {
    try (ScriptedServer server = silentAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
        WebResponse response = send(server)) {
      assertThat(response.body().readNBytes(5)).hasSize(5);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(context.ends).containsExactly("failed");
  }

  @Test
  void anInterruptFromOutsideEndsAWaitForTheFirstByte() throws Exception {
    Thread me = Thread.currentThread();
    try (ScriptedServer server =
        ScriptedServer.playing(
            line -> {
              line.head();
              me.interrupt();
              line.fallSilent();
            })) {
      assertThatThrownBy(() -> send(server)).isInstanceOf(InterruptedException.class);
    }
    assertThat(context.ends).containsExactly("failed");
  }

  @Test
  void closingDoesNotWaitForARestThatDoesNotCome() throws Exception {
    try (ScriptedServer server = silentAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello")) {
      send(server).close();
    }
    assertThat(context.ends).containsExactly("failed");
  }

  private WebResponse send(ScriptedServer server) throws IOException, InterruptedException {
    return new HttpWeb(context, InstantSource.system()).send(WebRequest.get(server.uri("/a")));
  }

  private static ScriptedServer silentAfter(String answer) throws IOException {
    return ScriptedServer.playing(
        line -> {
          line.head();
          line.send(answer);
          line.fallSilent();
        });
  }

  private static ScriptedServer trickling(String answer) throws IOException {
    return ScriptedServer.playing(
        line -> {
          line.head();
          line.send(answer);
          while (true) {
            line.send("x");
            TimeUnit.MILLISECONDS.sleep(100);
          }
        });
  }
}
