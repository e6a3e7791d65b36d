package io.github.sourceprovisioner.fetch.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.server.Azurite;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parameters and the subdirectory of a source mean to a real server. */
class AzureOptionsTest {

  private static final String HEX =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

  private static Azurite server;

  private AzureLab lab;

  @BeforeAll
  static void start() throws Exception {
    server = Azurite.start();
    server.makePublic("plain");
    server.put("plain", "modules/vpc/main.tf", "vpc");
    server.put("plain", "modules/eks/main.tf", "eks");
    server.put("plain", "vpc.zip", "packed");
    server.put("plain", "right", "a");
    server.put("plain", "wrong", "b");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void machine(@TempDir Path directory) {
    lab = new AzureLab(directory, Map.of());
  }

  @Test
  void anArchiveIsLeftToTheReceiver() throws Exception {
    String uri = uri("plain/vpc.zip//sub?filename=x.zip");

    Payload payload = lab.fetch(uri, lab.resolve(uri));
    ArchiveFile file = ((Payload.Archives) payload).files().get(0);
    assertThat(file.path()).hasContent("packed");
    assertThat(file.name()).isEqualTo("x.zip");
    assertThat(file.format()).contains("zip");
  }

  @Test
  void aChecksumIsTheRevisionAndHeldAgainstTheBlob() throws Exception {
    assertThat(lab.resolve(uri("plain/right?checksum=" + HEX)))
        .isEqualTo(new Revision(HEX, Stability.FIXED, Optional.empty()));
    assertThat(lab.context.requests).isEmpty();
    assertThat(lab.files(uri("plain/right?checksum=" + HEX))).isEqualTo(Map.of("right", "a"));
    assertThatThrownBy(() -> lab.files(uri("plain/wrong?checksum=" + HEX)))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageEndingWith("instead of " + HEX);
  }

  @ParameterizedTest
  @CsvSource({
    "plain/modules/?checksum=" + HEX + ", a prefix is no file",
    "plain/modules/?archive=zip, a prefix is no file",
    "plain/modules/?versionid=2026-01-31T12:00:00.1234567Z, a version of a prefix",
    "plain/modules//*, the subdirectory * matches several",
    "plain/modules/eks/main.tf//sub, a subdirectory of an object that is no archive"
  })
  void whatCannotBeMeantIsRefused(String place, String message) {
    assertThatThrownBy(() -> lab.files(uri(place)))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageStartingWith(message);
              assertThat(e.advice()).isNotEmpty();
            });
  }

  @Test
  void aSnapshotThatIsNotThereIsAnsweredWithHowToFindThoseThatAre() {
    assertThatThrownBy(() -> lab.files(uri("plain/right?snapshot=2020-01-31T12:00:00.1234567Z")))
        .isInstanceOfSatisfying(
            SourceNotFound.class,
            e -> {
              assertThat(e)
                  .hasMessage("plain/right has no such version, asked with no credential at all");
              assertThat(e.advice())
                  .contains("leave out 'versionid' and 'snapshot' to take the newest");
            });
  }

  @Test
  void aSubdirectoryThatIsNotThereIsAnsweredWithThoseThatAre() {
    assertThatThrownBy(() -> lab.files(uri("plain/modules//vcp")))
        .isInstanceOfSatisfying(
            SourceNotFound.class,
            e -> {
              assertThat(e).hasMessage("no objects in the subdirectory vcp");
              assertThat(e.advice()).containsExactly("pick one of eks, vpc");
            });
  }

  private static String uri(String place) {
    return "azure::" + server.url(place);
  }
}
