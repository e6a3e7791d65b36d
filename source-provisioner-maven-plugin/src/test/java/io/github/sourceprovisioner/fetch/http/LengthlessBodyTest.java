package io.github.sourceprovisioner.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.web.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that ends with the connection may have been cut, and nothing on the way says so. */
class LengthlessBodyTest {

  private static byte[] archive(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] content = "content".repeat(200).getBytes(StandardCharsets.UTF_8);
    if (format.equals("zip")) {
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("a"));
        zip.write(content);
      }
    } else {
      try (OutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  private static ScriptedServer sending(byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return ScriptedServer.playing(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + text);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar.gz", "gz"})
  void anArchiveThatEndsTooEarlyIsNoRevision(String format, @TempDir Path directory)
      throws IOException {
    Desk desk = new Desk(directory);
    byte[] whole = archive(format);
    try (ScriptedServer server = sending(Arrays.copyOf(whole, whole.length - 9))) {
      SourceLocation location = Desk.at(server.uri("/a." + format).toString());
      Refusal.of(TransferFailed.class, () -> desk.resolve(location))
          .says("the archive ends too early, and the host did not say how long it is")
          .advises("run again; if it stays so, the file on the host is cut short");
    }
    try (var files = Files.list(desk.store())) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar.gz"})
  void aWholeArchiveIsTaken(String format, @TempDir Path directory) throws Exception {
    Desk desk = new Desk(directory);
    byte[] whole = archive(format);
    try (ScriptedServer server = sending(whole)) {
      SourceLocation location = Desk.at(server.uri("/a." + format).toString());
      assertThat(desk.bring(location).getValue())
          .isEqualTo(new String(whole, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void theEndsOfTheOtherFormatsAreKnown(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("a");
    Files.write(file, new byte[1536]);
    assertThat(ArchiveEnd.isThere(file, "tar")).isTrue();
    assertThat(ArchiveEnd.isThere(file, "txz")).isFalse();
    Files.writeString(file, "no gzip, which others find out, YZ");
    assertThat(ArchiveEnd.isThere(file, "tar.xz")).isTrue();
    assertThat(ArchiveEnd.isThere(file, "tar")).isFalse();
    assertThat(ArchiveEnd.isThere(file, "gz")).isTrue();
    assertThat(ArchiveEnd.isThere(file, "zst")).isTrue();
  }
}
