package io.github.sourceprovisioner.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.locate.ReferenceCase;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the reference about checksums, verified on what a host sends. */
class ReferenceSumsTest {

  private static final String CONTENT = "I am a file with some content\n";

  /** MD5 and SHA-1 protect against nothing: a file that has no better is refused. */
  private static final Set<String> WEAK =
      Set.of(
          "checksum-033",
          "checksum-035",
          "checksum-036",
          "checksum-037",
          "checksum-038",
          "checksum-042");

  /** Rows about a line that is passed over: the good line stands behind it. */
  private static final Set<String> PASSED_OVER =
      Set.of("checksum-058", "checksum-059", "checksum-060", "checksum-061");

  static Stream<ReferenceCase> files() {
    return ReferenceCase.all().stream()
        .filter(row -> row.kind().equals("checksum") && row.stage().equals("file"));
  }

  static Stream<ReferenceCase> values() {
    return ReferenceCase.all().stream()
        .filter(row -> row.stage().equals("verify") && row.text("expect").equals("mismatch"))
        .filter(row -> row.text("content").equals("Hello\\n"));
  }

  @Test
  void everyRowRuns() {
    assertThat(files()).hasSize(24);
    assertThat(values()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("files")
  void aChecksumFileIsReadAsItsToolsWriteIt(ReferenceCase row, @TempDir Path directory)
      throws Exception {
    try (Scene scene = new Scene(directory).put("/content.txt", CONTENT)) {
      if (!row.input().endsWith("HTTP 404")) {
        scene.put("/sums", lines(row));
      }
      String uri = scene.url("/content.txt") + "?checksum=file:" + scene.url("/sums");
      boolean refused =
          WEAK.contains(row.id()) || (row.asksForRefusal() && !PASSED_OVER.contains(row.id()));
      if (refused) {
        assertThat(catchThrowable(() -> scene.files(uri))).isInstanceOf(SourceNotFound.class);
      } else {
        assertThat(scene.files(uri)).isEqualTo(Map.of("content.txt", CONTENT));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void aChecksumThatIsNotTheContentsIsRefused(ReferenceCase row, @TempDir Path directory)
      throws Exception {
    try (Scene scene = new Scene(directory).put("/content.txt", row.text("content"))) {
      String uri = scene.url("/content.txt") + "?checksum=" + row.input();
      assertThat(catchThrowable(() -> scene.files(uri)))
          .isInstanceOf(
              row.input().startsWith("md5") ? InvalidStack.class : IntegrityMismatch.class);
      assertThat(scene.workdir()).doesNotExist();
    }
  }

  /** What the row says stands in the checksum file. */
  private static String lines(ReferenceCase row) throws Exception {
    String good = digest("SHA-256") + "  content.txt\n";
    if (row.row().get("expect") instanceof Map<?, ?> expect) {
      String line = String.valueOf(expect.get("line"));
      return line.startsWith("060a8cc4")
          ? digest("SHA-512") + "  ?content.txt"
          : line.startsWith("two lines")
              ? digest("SHA-1") + "  content.txt\n" + "0".repeat(40) + "  other.txt\n"
              : line + "\n";
    }
    String line =
        row.input().replaceFirst("^.*?with line: ", "").replace("flat.zip", "content.txt");
    String told =
        line.replace("<hash>", digest("SHA-256"))
            .replace("<HASH UPPER>", digest("SHA-256").toUpperCase(Locale.ROOT))
            .replace("<zeros>", "0".repeat(64))
            .replace("<md5 zeros>", "0".repeat(32))
            .replace("<sha256>", digest("SHA-256"))
            .replace(" + ", "\n")
            .replace("\\t", "\t");
    return PASSED_OVER.contains(row.id()) ? told + "\n" + good : told + "\n";
  }

  private static String digest(String algorithm) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance(algorithm).digest(CONTENT.getBytes(UTF_8)));
  }
}
