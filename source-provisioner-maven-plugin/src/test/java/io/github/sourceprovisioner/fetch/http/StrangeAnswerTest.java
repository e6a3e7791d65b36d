package io.github.sourceprovisioner.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.web.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrangeAnswerTest {

  private Host host;
  private Desk desk;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    host = new Host();
    desk = new Desk(directory);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=utf-8", "application/json", "Application/XHTML+xml"})
  void aPageOrAMessageInPlaceOfAnArchiveIsNotUnpacked(String type) {
    host.put("/a.zip", "Sign in", "Content-Type", type);
    String shown = type.replaceFirst(";.*", "").toLowerCase(Locale.ROOT);
    Refusal.of(SourceNotFound.class, () -> desk.bring(Desk.at(host.url("/a.zip"))))
        .says("what 127.0.0.1 sends is not an archive (" + shown + ")")
        .advises(
            "open the URL in a browser: hosts answer so for what is not there",
            "add a <server> for the host to settings.xml if it wants a login");
  }

  @Test
  void noContentIsNoFile() {
    host.reply("/a.zip", 204, "");
    Refusal.of(SourceNotFound.class, () -> desk.bring(Desk.at(host.url("/a.zip"))))
        .says("127.0.0.1 answers with nothing (status 204)");
  }

  @Test
  void aPackedTransferOfAnArchiveThatIsGzipAnywayIsTheArchive() throws Exception {
    host.put("/a.tar.gz", "packed", "Content-Encoding", "x-gzip");
    assertThat(desk.bring(Desk.at(host.url("/a.tar.gz"))).getValue()).isEqualTo("packed");
    host.put("/a.zip", "packed", "Content-Encoding", "gzip");
    Refusal.of(IntegrityMismatch.class, () -> desk.bring(Desk.at(host.url("/a.zip"))))
        .says("127.0.0.1 packs the file on the way (Content-Encoding), unasked")
        .advises("switch that off at the host for files that are packed already");
  }

  @Test
  void aBusyHostIsWorthAnotherAttempt() {
    host.reply("/a.zip", 503, "busy", "Retry-After", "7");
    TransferFailed failure =
        (TransferFailed) catchThrowable(() -> desk.bring(Desk.at(host.url("/a.zip"))));
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nshort\r\n"
      })
  void aBodyThatIsCutIsNeverKept(String answer) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(
            line -> {
              line.head();
              line.send(answer);
            })) {
      SourceLocation location = Desk.at(server.uri("/a.zip").toString());
      assertThatThrownBy(() -> desk.bring(location)).isInstanceOf(TransferFailed.class);
    }
    try (var files = Files.list(desk.store())) {
      assertThat(files).isEmpty();
    }
  }

  private static final String FIRST =
      "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 10\r\nConnection: close\r\n\r\n01234";

  private Map.Entry<String, String> afterACut(ScriptedServer server) throws Exception {
    SourceLocation location = Desk.at(server.uri("/a.zip").toString());
    assertThatThrownBy(() -> desk.bring(location)).isInstanceOf(TransferFailed.class);
    return desk.bring(location);
  }

  private static ScriptedServer then(String answer) throws IOException {
    return ScriptedServer.playing(
        line -> {
          boolean rest = line.head().contains("Range: bytes=5-");
          line.send(rest ? answer : FIRST);
        });
  }

  @Test
  void aCutTransferGoesOnWhereItEnded() throws Exception {
    String rest =
        "HTTP/1.1 206 Partial Content\r\nETag: \"v1\"\r\nContent-Range: bytes 5-9/10\r\n"
            + "Content-Length: 5\r\nConnection: close\r\n\r\n56789";
    try (ScriptedServer server = then(rest)) {
      assertThat(afterACut(server).getValue()).isEqualTo("0123456789");
      assertThat(server.heads.get(1)).contains("If-Range: \"v1\"");
    }
  }

  @Test
  void aHostThatKnowsNoRangesOrHasAnotherFileStartsAnew() throws Exception {
    String whole =
        "HTTP/1.1 200 OK\r\nETag: \"v2\"\r\nContent-Length: 5\r\nConnection: close\r\n\r\nwhole";
    try (ScriptedServer server = then(whole)) {
      assertThat(afterACut(server).getValue()).isEqualTo("whole");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "206 Partial Content\r\nETag: \"v2\"\r\nContent-Range: bytes 5-9/10",
        "206 Partial Content\r\nETag: \"v1\"\r\nContent-Range: bytes 4-8/10",
        "206 Partial Content\r\nETag: \"v1\"",
        "416 Range Not Satisfiable\r\nContent-Range: bytes */3"
      })
  void aPartThatDoesNotFitIsThrownAway(String answer) throws Exception {
    String head = "HTTP/1.1 " + answer + "\r\nContent-Length: 5\r\nConnection: close\r\n\r\n56789";
    try (ScriptedServer server = then(head)) {
      assertThatThrownBy(() -> afterACut(server))
          .isInstanceOf(TransferFailed.class)
          .hasMessageMatching("the host sends another part.*|the file has changed while.*");
    }
    try (var files = Files.list(desk.store())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void anotherRunDoesNotGoOnWithWhatWasBegun() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(FIRST)) {
      SourceLocation location = Desk.at(server.uri("/a.zip").toString());
      assertThatThrownBy(() -> desk.bring(location)).isInstanceOf(TransferFailed.class);
      assertThatThrownBy(() -> desk.nextRun().bring(location)).isInstanceOf(TransferFailed.class);
      assertThat(server.heads).noneMatch(head -> head.contains("Range:"));
    }
    try (var files = Files.list(desk.store())) {
      assertThat(files).hasSize(1);
    }
  }
}
