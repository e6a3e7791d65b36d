package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenBodyTest {

  private final WebContext context = new WebContext();
  private final HttpWeb web = new HttpWeb(context, InstantSource.system());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\nhello",
        "Content-Length: 10\r\nConnection: close\r\n\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "Transfer-Encoding: chunked\r\n\r\nff\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0"
      })
  void aBodyThatEndsTooEarlyIsAnError(String rest) throws Exception {
    try (ScriptedServer server = cutAfter("HTTP/1.1 200 OK\r\n" + rest);
        WebResponse response = web.send(WebRequest.get(server.uri("/a")))) {
      InputStream body = response.body();
      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
    assertThat(context.ends).containsExactly("failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\n\r\nhello",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nhello"
      })
  void aBodyIsReadToItsEndAndCounted(String answer) throws Exception {
    try (ScriptedServer server = cutAfter(answer);
        WebResponse response = web.send(WebRequest.get(server.uri("/a")))) {
      assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("hello");
      assertThat(response.body().read()).isEqualTo(-1);
    }
    assertThat(context.bytes).isEqualTo(5);
    assertThat(context.ends).containsExactly("completed");
  }

  @Test
  void aSmallRestIsReadOnClosingSoThatTheConnectionServesTheNextRequest() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.answering(answer)) {
      for (int i = 0; i < 3; i++) {
        new HttpWeb(context, InstantSource.system()).send(WebRequest.get(server.uri("/"))).close();
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.heads).hasSize(3);
    }
    assertThat(context.ends).containsExactly("completed", "completed", "completed");
  }

  @Test
  void aLongRestIsNotRead() throws Exception {
    try (ScriptedServer server = endless("Content-Length: 1000000000000\r\n");
        WebResponse response = web.send(WebRequest.get(server.uri("/a")))) {
      assertThat(response.body().readNBytes(100_000)).hasSize(100_000);
    }
    assertThat(context.bytes).isLessThan(1_000_000);
    assertThat(context.ends).containsExactly("failed");
  }

  @Test
  void anEndlessBodyIsCutByWhoeverReadsIt() throws Exception {
    try (ScriptedServer server = endless("");
        WebResponse response = web.send(WebRequest.get(server.uri("/a")))) {
      assertThat(response.body().readNBytes(200_000)).hasSize(200_000);
    }
    assertThat(context.bytes).isLessThan(1_000_000);
    assertThat(context.ends).containsExactly("failed");
  }

  @Test
  void nothingIsReadAfterClosing() throws Exception {
    try (ScriptedServer server = cutAfter("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
      WebResponse response = web.send(WebRequest.get(server.uri("/a")));
      response.close();
      response.close();
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
    }
    assertThat(context.ends).containsExactly("completed");
  }

  private static ScriptedServer cutAfter(String answer) throws IOException {
    return ScriptedServer.playing(
        line -> {
          line.head();
          line.send(answer);
        });
  }

  private static ScriptedServer endless(String header) throws IOException {
    String block = "x".repeat(8192);
    return ScriptedServer.playing(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\n" + header + "\r\n");
          while (true) {
            line.send(block);
          }
        });
  }
}
