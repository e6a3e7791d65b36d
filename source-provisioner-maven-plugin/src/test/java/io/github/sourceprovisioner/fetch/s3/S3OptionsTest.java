package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.server.S3Proxy;
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
class S3OptionsTest {

  private static S3Proxy server;

  private S3Lab lab;

  @BeforeAll
  static void start() throws Exception {
    server = S3Proxy.startPublic();
    server.make("plain");
    server.put("plain", "modules/vpc/main.tf", "vpc");
    server.put("plain", "modules/eks/main.tf", "eks");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void machine(@TempDir Path directory) {
    lab = new S3Lab(directory, Map.of());
  }

  @Test
  void anArchiveIsLeftToTheReceiver() throws Exception {
    server.put("plain", "vpc.zip", "packed");
    String uri = uri("plain/vpc.zip//sub?filename=x.zip");

    Payload payload = lab.fetch(uri, lab.resolve(uri));
    ArchiveFile file = ((Payload.Archives) payload).files().get(0);
    assertThat(file.path()).hasContent("packed");
    assertThat(file.name()).isEqualTo("x.zip");
    assertThat(file.format()).contains("zip");
  }

  @Test
  void aChecksumIsTheRevisionAndHeldAgainstTheObject() throws Exception {
    String hex = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    server.put("plain", "right", "a");
    server.put("plain", "wrong", "b");

    assertThat(lab.resolve(uri("plain/right?checksum=" + hex)))
        .isEqualTo(new Revision(hex, Stability.FIXED, Optional.empty()));
    assertThat(lab.context.requests).isEmpty();
    assertThat(lab.files(uri("plain/right?checksum=" + hex))).isEqualTo(Map.of("right", "a"));
    assertThatThrownBy(() -> lab.files(uri("plain/wrong?checksum=" + hex)))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageEndingWith("instead of " + hex);
  }

  @ParameterizedTest
  @CsvSource({
    "plain/modules/?checksum=ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb,"
        + " a prefix is no file",
    "plain/modules/?archive=zip, a prefix is no file",
    "plain/modules//*, the subdirectory * matches several",
    "plain/modules//[, the subdirectory [ is no pattern",
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
    return "s3::" + server.url(place);
  }
}
