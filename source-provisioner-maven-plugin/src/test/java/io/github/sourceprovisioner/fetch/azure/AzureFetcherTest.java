package io.github.sourceprovisioner.fetch.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.server.Azurite;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server that checks every signature. */
class AzureFetcherTest {

  private static Azurite server;

  private AzureLab lab;

  @BeforeAll
  static void start() throws Exception {
    server = Azurite.start();
    server.make("plain");
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
    lab = new AzureLab(directory, Map.of("AZURE_STORAGE_KEY", Azurite.KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain/modules", "plain/modules/"})
  void aPrefixBecomesATree(String place) throws Exception {
    assertThat(lab.files(uri(place)))
        .isEqualTo(
            Map.of("vpc/main.tf", "vpc", "vpc/sub/x y+z%ä~*.tf", "odd", "eks/main.tf", "eks"));
  }

  @Test
  void aBlobWithAnOddNameBecomesAFile() throws Exception {
    assertThat(lab.files(uri("plain/modules/vpc/sub/x%20y+z%25%C3%A4~*.tf")))
        .isEqualTo(Map.of("x y+z%ä~*.tf", "odd"));
  }

  @Test
  void aSubdirectoryOfAPrefixIsTheRootOfTheTree() throws Exception {
    assertThat(lab.files(uri("plain/modules//eks"))).isEqualTo(Map.of("main.tf", "eks"));
    assertThat(lab.context.requests).filteredOn(url -> url.contains("vpc")).isEmpty();
  }

  @Test
  void aWholeContainerIsATreeToo() throws Exception {
    server.make("whole");
    server.put("whole", "folder/a.txt", "a");

    assertThat(lab.files(uri("whole/"))).isEqualTo(Map.of("folder/a.txt", "a"));
  }

  @Test
  void aBlobBecomesAFile() throws Exception {
    Revision revision = lab.resolve(uri("plain/modules/vpc/main.tf"));

    assertThat(revision.stability()).isEqualTo(Stability.MOVING);
    assertThat(revision.id()).matches("etag:0x[0-9A-F]{10,}");
    assertThat(lab.files(uri("plain/modules/vpc/main.tf"), revision))
        .isEqualTo(Map.of("main.tf", "vpc"));
    assertThat(lab.files(uri("plain/modules/vpc/main.tf?filename=other.tf"), revision))
        .isEqualTo(Map.of("other.tf", "vpc"));
  }

  @Test
  void aListingOfManyPagesIsReadToItsEnd() throws Exception {
    server.make("many");
    for (int i = 0; i <= 1000; i++) {
      server.put("many", "all/" + i, "");
    }
    server.put("many", "all/z/last", "last");

    assertThat(lab.files(uri("many/all//z"))).isEqualTo(Map.of("last", "last"));
    assertThat(lab.context.requests).filteredOn(url -> url.contains("marker")).hasSize(2);
  }

  @Test
  void theRevisionOfAPrefixChangesWithAnyContentAndNothingElse() throws Exception {
    server.make("moving");
    server.put("moving", "p/a", "1");
    Revision before = lab.resolve(uri("moving/p"));
    assertThat(before.id()).matches("tree:[0-9a-f]{64}");
    assertThat(lab.resolve(uri("moving/p/"))).isEqualTo(before);

    server.put("moving", "p/a", "2");
    assertThat(lab.resolve(uri("moving/p")).id()).isNotEqualTo(before.id());
    assertChanged(uri("moving/p"), before);
  }

  @Test
  void aBlobThatHasChangedIsNotTakenForWhatItWas() throws Exception {
    server.make("changing");
    server.put("changing", "a", "1");
    Revision before = lab.resolve(uri("changing/a"));
    server.put("changing", "a", "2");

    assertChanged(uri("changing/a"), before);
  }

  @Test
  void aSnapshotInTheUriIsTheRevisionAndAskedOfNobody() throws Exception {
    server.make("frozen");
    server.put("frozen", "a", "1");
    String snapshot = server.snapshot("frozen", "a");
    server.put("frozen", "a", "2");
    String uri = uri("frozen/a?snapshot=" + snapshot);

    assertThat(lab.fetcher.pinned(lab.locate(uri)))
        .contains(new Revision("snapshot=" + snapshot, Stability.FIXED, Optional.empty()));
    assertThat(lab.resolve(uri).id()).isEqualTo("snapshot=" + snapshot);
    assertThat(lab.context.requests).isEmpty();
    assertThat(lab.files(uri)).isEqualTo(Map.of("a", "1"));
  }

  private void assertChanged(String uri, Revision before) {
    assertThatThrownBy(() -> lab.files(uri, before))
        .isInstanceOfSatisfying(
            SourceNotFound.class,
            e -> {
              assertThat(e)
                  .hasMessageContaining("has changed, and the store keeps no older version of it");
              assertThat(e.advice()).contains("run source:update, which takes what is there now");
            });
  }

  private static String uri(String place) {
    return "azurerm::" + server.url(place);
  }
}
