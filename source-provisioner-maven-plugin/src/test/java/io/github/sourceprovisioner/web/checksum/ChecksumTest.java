package io.github.sourceprovisioner.web.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.web.WebContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {

  private static final String MD5 = "09f7e02f1290be211da707a266f153b3";
  private static final String SHA1 = "1d229271928d3f9e2bb0375bd6ce5db6c6d348d9";
  private static final String SHA256 =
      "66a045b452102c59d840ec097d59d9467e13a3f34f6494e539ffd32c1bb35f18";
  private static final String SHA512 =
      "c2bad2223811194582af4d1508ac02cd69eeeeedeeb98d54fcae4dcefb13cc88"
          + "2e7640328206603d3fb9cd5f949a9be0db054dd34fbfa190c498a5fe09750cef";
  private static final String ZEROS =
      "0000000000000000000000000000000000000000000000000000000000000000";

  private Path file;
  private Path sums;

  @BeforeEach
  void file(@TempDir Path directory) throws Exception {
    file = Files.writeString(directory.resolve("staged"), "Hello\n");
    sums = directory.resolve("sums");
  }

  @Test
  void aFileThatIsTheRightOnePasses() {
    assertThatCode(() -> check("sha256:" + SHA256)).doesNotThrowAnyException();
    assertThatCode(() -> check("sha512:" + SHA512)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5:" + MD5, "sha1:" + SHA1})
  void aWeakChecksumIsRefused(String checksum) {
    assertThatThrownBy(() -> check(checksum))
        .isInstanceOf(InvalidStack.class)
        .hasMessageEndingWith(" protects against nothing any more")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("write checksum=sha256:<64 hex digits>, as sha256sum prints it");
  }

  @Test
  void anotherFileIsRefusedWithBothDigests() {
    assertRefused(
        "sha256:" + ZEROS,
        "the file has the checksum " + SHA256 + " instead of " + ZEROS,
        "compare it with what the publisher says; do not use it if they differ");
  }

  /** The forms of the reference, checksum-033 and following. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        SHA256 + "  flat.zip",
        SHA256 + " *flat.zip",
        SHA256 + " ?flat.zip",
        SHA256 + "\tflat.zip",
        SHA256 + "  ./flat.zip",
        SHA256,
        "SHA256 (flat.zip) = " + SHA256,
        "sha256 (flat.zip) = " + SHA256,
        "# SHA256 checksums\n" + SHA256 + "  flat.zip",
        ZEROS + "  other.zip\n" + SHA256 + "  flat.zip",
        ZEROS + "  my other\n" + SHA256 + "  flat.zip",
        "00000000000000000000000000000000  flat.zip\n" + SHA256 + "  flat.zip",
        ZEROS + "  flat.zip\n" + SHA512 + "  flat.zip"
      })
  void aFileWithChecksumsIsUnderstood(String text) throws Exception {
    Files.writeString(sums, text);
    assertThatCode(() -> check("file:" + sums.toUri())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>nope</html>",
        SHA256 + "  other.zip",
        SHA256 + "  my other",
        "SHA256(flat.zip)= " + SHA256,
        "SHA224 (flat.zip) = " + SHA256,
        "MD5 (flat.zip) = bad",
        MD5 + "  flat.zip",
        SHA256 + "\n" + ZEROS
      })
  void aFileWithoutTheRightLineIsRefused(String text) throws Exception {
    Files.writeString(sums, text);
    assertThatThrownBy(() -> check("file:" + sums.toUri()))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage("the checksum file has no sha256 or sha512 for flat.zip")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("look into it: a line must hold the checksum and exactly that name");
  }

  @Test
  void aFileWithChecksumsMayBeOnAHost() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            Script.http("200 OK", SHA256 + "  flat.zip\n"), Script.http("404 No", ""))) {
      String place = "file:" + server.url("sums");
      assertThatCode(() -> check(place)).doesNotThrowAnyException();
      assertThatThrownBy(() -> check(place))
          .isInstanceOf(SourceNotFound.class)
          .hasMessage("no such checksum file");
    }
  }

  @Test
  void aFileWithChecksumsThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> check("file:" + sums.toUri()))
        .isInstanceOfSatisfying(
            SourceNotFound.class,
            e -> {
              assertThat(e).hasMessage("no such checksum file: " + sums);
              assertThat(e.advice()).hasSize(1);
            });
  }

  private void assertRefused(String checksum, String message, String advice) {
    assertThatThrownBy(() -> check(checksum))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessage(message)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo(advice);
  }

  private void check(String checksum) throws Exception {
    new Checksum(checksum).check(file, "flat.zip", new WebContext(), InstantSource.system());
  }
}
