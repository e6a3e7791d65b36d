package io.github.sourceprovisioner.fetch.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.server.StorageEmulator;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server, which knows neither tokens nor old generations. */
class GcsEmulatorTest {

  private static StorageEmulator server;

  private GcsLab lab;

  @BeforeAll
  static void start(@TempDir Path home) throws Exception {
    server = StorageEmulator.start(home);
    server.put("plain", "modules/vpc/main.tf", "vpc");
    server.put("plain", "modules/vpc/sub/x y+z%ä~*.tf", "odd");
    server.put("plain", "modules/eks/main.tf", "eks");
    server.put("plain", "modules-old/main.tf", "old");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void machine(@TempDir Path directory) {
    lab =
        new GcsLab(directory, "http://127.0.0.1:1", Map.of("STORAGE_EMULATOR_HOST", server.host()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gs://plain/modules", "gs://plain/modules/"})
  void aPrefixBecomesATree(String uri) throws Exception {
    assertThat(lab.resolve(uri).id()).matches("tree:[0-9a-f]{64}");
    assertThat(lab.files(uri))
        .isEqualTo(
            Map.of("vpc/main.tf", "vpc", "vpc/sub/x y+z%ä~*.tf", "odd", "eks/main.tf", "eks"));
  }

  @Test
  void aSubdirectoryOfAPrefixIsTheRootOfTheTree() throws Exception {
    assertThat(lab.files("gs://plain/modules//eks")).isEqualTo(Map.of("main.tf", "eks"));
    assertThat(lab.context.requests).filteredOn(url -> url.contains("vpc")).isEmpty();
  }

  @Test
  void anObjectBecomesAFileAndItsGenerationTheRevision() throws Exception {
    String uri = "gs://plain/modules/vpc/sub/x%20y+z%25%C3%A4~*.tf";
    Revision before = lab.resolve(uri);

    assertThat(before.id()).matches("[0-9]{13,19}");
    assertThat(lab.files(uri, before)).isEqualTo(Map.of("x y+z%ä~*.tf", "odd"));
  }

  @Test
  void anArchiveIsLeftToTheReceiver() throws Exception {
    server.put("plain", "vpc.zip", "packed");
    String uri = "gs://plain/vpc.zip//sub";

    Payload payload = lab.fetch(uri, lab.resolve(uri));
    ArchiveFile file = ((Payload.Archives) payload).files().get(0);
    assertThat(file.path()).hasContent("packed");
    assertThat(file.format()).contains("zip");
  }

  @Test
  void anotherContentThanTheChecksumSaysIsRefused() throws Exception {
    String hex = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    server.put("plain", "right", "a");
    server.put("plain", "wrong", "b");

    assertThat(lab.files("gs://plain/right?checksum=" + hex)).isEqualTo(Map.of("right", "a"));
    assertThatThrownBy(() -> lab.files("gs://plain/wrong?checksum=" + hex))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageEndingWith("instead of " + hex);
  }

  @Test
  void aListingOfManyPagesIsReadToItsEnd() throws Exception {
    for (int i = 0; i <= 1000; i++) {
      server.put("many", "all/" + i, "");
    }
    server.put("many", "all/z/last", "last");

    assertThat(lab.files("gs://many/all//z")).isEqualTo(Map.of("last", "last"));
    assertThat(lab.context.requests).filteredOn(url -> url.contains("pageToken")).hasSize(2);
  }

  @Test
  void theRevisionOfAPrefixChangesWithItsContent() throws Exception {
    server.put("moving", "p/a", "1");
    Revision before = lab.resolve("gs://moving/p");
    assertThat(lab.resolve("gs://moving/p/")).isEqualTo(before);

    server.put("moving", "p/b", "2");
    assertThatThrownBy(() -> lab.files("gs://moving/p", before))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage("moving/p is no longer there in the wanted generation")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("run source:update, which takes what is there now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gs://plain/nothing", "gs://nowhere/nothing"})
  void whatIsNotThereIsNamed(String uri) {
    assertThatThrownBy(() -> lab.resolve(uri))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage("no object and no prefix " + uri.substring(5) + ", asked with no token at all")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check the spelling of bucket and object; case counts");
  }
}
