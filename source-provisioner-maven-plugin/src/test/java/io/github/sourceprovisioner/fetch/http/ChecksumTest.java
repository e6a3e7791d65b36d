package io.github.sourceprovisioner.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {

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

  private static final String TEXT = "Hello\n";
  private static final String SHA256 =
      "66a045b452102c59d840ec097d59d9467e13a3f34f6494e539ffd32c1bb35f18";
  private static final String SHA512 =
      "c2bad2223811194582af4d1508ac02cd69eeeeedeeb98d54fcae4dcefb13cc88"
          + "2e7640328206603d3fb9cd5f949a9be0db054dd34fbfa190c498a5fe09750cef";

  private SourceLocation location(String checksum) {
    return Desk.at(host.url("/flat.zip"), checksum, Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256:" + SHA256, "sha512:" + SHA512})
  void aChecksumPinsTheContentAndIsVerified(String checksum) throws Exception {
    host.put("/flat.zip", TEXT);
    Revision revision = desk.fetcher.pinned(location(checksum)).orElseThrow();
    assertThat(revision.stability()).isEqualTo(Revision.Stability.FIXED);
    assertThat(revision.id()).isEqualTo(checksum.substring(7));
    assertThat(desk.bring(location(checksum)).getValue()).isEqualTo(TEXT);
  }

  @Test
  void aWrongChecksumIsRefusedBeforeAnythingIsUnpacked() {
    host.put("/flat.zip", "evil");
    Refusal.of(IntegrityMismatch.class, () -> desk.bring(location("sha256:" + SHA256)))
        .says("the file has the checksum " + Desk.sha256("evil") + " instead of " + SHA256)
        .advises(
            "compare it with what the publisher says; do not use it if they differ",
            "change the parameter 'checksum' if the file was replaced on purpose");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "md5:09f7e02f1290be211da707a266f153b3",
        "sha1:1d229271928d3f9e2bb0375bd6ce5db6c6d348d9"
      })
  void aWeakChecksumIsRefusedBeforeAnyRequest(String checksum) {
    String type = checksum.substring(0, checksum.indexOf(':'));
    Refusal.of(InvalidStack.class, () -> desk.resolve(location(checksum)))
        .says("a checksum of " + type + " protects against nothing any more")
        .advises(
            "write checksum=sha256:<64 hex digits>, as sha256sum prints it",
            "allow it with -Dsource.allowWeakChecksums=true");
    assertThat(host.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HASH",
        "HASH  flat.zip",
        "HASH *flat.zip",
        "HASH ?flat.zip",
        "HASH\tflat.zip",
        "UPPER  flat.zip",
        "HASH  ./flat.zip",
        "SHA256 (flat.zip) = HASH",
        "sha256 (flat.zip) = HASH",
        "# SHA256 checksums\nHASH  flat.zip",
        "ZEROS  my other\nHASH  flat.zip",
        "ZEROS  my other file.zip\nHASH  flat.zip",
        "ZEROS  other.zip\r\nHASH  flat.zip\r\n"
      })
  void aChecksumFileIsReadAsTheToolsWriteIt(String text) throws Exception {
    String sums = text.replace("HASH", SHA256).replace("UPPER", SHA256.toUpperCase(Locale.ROOT));
    host.put("/flat.zip", TEXT).put("/sums", sums.replace("ZEROS", "0".repeat(64)));
    SourceLocation location = location("file:" + host.url("/sums"));
    assertThat(desk.resolve(location).id()).isEqualTo(SHA256);
    assertThat(desk.bring(location).getValue()).isEqualTo(TEXT);
  }

  @Test
  void theStrongestChecksumOfAFileCounts() throws Exception {
    host.put("/flat.zip", TEXT);
    host.put(
        "/sums",
        "0".repeat(32) + "  flat.zip\n" + "0".repeat(64) + "  flat.zip\n" + SHA512 + "  flat.zip");
    assertThat(desk.bring(location("file:" + host.url("/sums"))).getValue()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HASH  other.zip",
        "SHA256(flat.zip)= HASH",
        "SHA224 (flat.zip) = HASH",
        "SHA512 (flat.zip) = HASH",
        "<html>nope</html>",
        "",
        "09f7e02f1290be211da707a266f153b3  flat.zip"
      })
  void aChecksumFileWithoutAStrongOneForTheFileIsRefused(String text) {
    host.put("/flat.zip", TEXT).put("/sums", text.replace("HASH", SHA256));
    Refusal.of(SourceNotFound.class, () -> desk.resolve(location("file:" + host.url("/sums"))))
        .says("the checksum file has no sha256 or sha512 for flat.zip")
        .advises(
            "look into it: a line must hold the checksum and exactly that name",
            "write the checksum itself: checksum=sha256:<64 hex digits>");
  }

  @Test
  void aChecksumFileOfThisMachineIsReadToo() throws Exception {
    host.put("/flat.zip", TEXT);
    Path sums = Files.writeString(desk.directory.resolve("sums"), SHA256 + "  flat.zip");
    assertThat(
            desk.bring(
                    location(
                        "file:"
                            + sums.toUri()
                                .toString()
                                .replace("file:/", "file:///")
                                .replace("////", "///")))
                .getValue())
        .isEqualTo(TEXT);
    Refusal.of(SourceNotFound.class, () -> desk.resolve(location("file:file:///nowhere/sums")))
        .says("no such checksum file: /nowhere/sums")
        .advises("check the path: it starts at the manifest that names it");
  }

  @Test
  void aChecksumFileThatIsNotThereOrEndlessIsRefused() {
    Refusal.of(SourceNotFound.class, () -> desk.resolve(location("file:" + host.url("/none"))))
        .says("no such checksum file");
    host.put("/sums", "x".repeat((1 << 20) + 1));
    Refusal.of(SourceNotFound.class, () -> desk.resolve(location("file:" + host.url("/sums"))))
        .says("the checksum file has more than 1048576 bytes");
  }
}
