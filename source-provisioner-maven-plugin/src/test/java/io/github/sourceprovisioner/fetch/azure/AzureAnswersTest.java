package io.github.sourceprovisioner.fetch.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stores answer that no test server would. */
class AzureAnswersTest {

  private AzureLab lab;

  @BeforeEach
  void machine(@TempDir Path directory) {
    lab = new AzureLab(directory, Map.of("AZURE_STORAGE_KEY", "Y2FuYXJ5"));
  }

  @Test
  void theBytesOfAnETagAreAskedForAndNoOthers() throws Exception {
    Script blob = Script.http("200 OK", "", "ETag: \"0xE1\"");
    Script content = Script.http("200 OK", "new", "ETag: \"0xE1\"");
    try (ScriptedServer server = ScriptedServer.start(blob, content)) {
      Revision revision = lab.resolve(uri(server, "c/b"));
      assertThat(revision.id()).isEqualTo("etag:0xE1");
      assertThat(lab.files(uri(server, "c/b"), revision)).containsValue("new");
      assertThat(server.requests().get(1))
          .contains("If-Match: \"0xE1\"")
          .contains("Authorization: SharedKey acme:")
          .contains("x-ms-version: 2021-12-02");
    }
  }

  @Test
  void otherBytesThanThoseOfTheETagAreNotTaken() throws Exception {
    Script blob = Script.http("200 OK", "", "ETag: \"0xE1\"");
    Script content = Script.http("200 OK", "new", "ETag: \"0xE2\"");
    try (ScriptedServer server = ScriptedServer.start(blob, content)) {
      Revision revision = lab.resolve(uri(server, "c/b"));
      assertThatThrownBy(() -> lab.files(uri(server, "c/b"), revision))
          .hasMessage("c/b has changed, and the store keeps no older version of it");
    }
  }

  @Test
  void theNewestVersionIsTakenWithoutTheRightToReadOldOnes() throws Exception {
    String header = "x-ms-version-id: 2026-01-31T12:00:00.1234567Z";
    Script blob = Script.http("200 OK", "1", "ETag: \"0xE1\"", header);
    try (ScriptedServer server = ScriptedServer.start(Script.http("200 OK", "", header), blob)) {
      Revision revision = lab.resolve(uri(server, "c/b"));
      assertThat(revision.id()).isEqualTo("2026-01-31T12:00:00.1234567Z");
      assertThat(lab.files(uri(server, "c/b"), revision)).containsValue("1");
      assertThat(server.requests().get(1)).startsWith("GET /acme/c/b HTTP");
    }
  }

  @Test
  void anOlderVersionIsAskedForByItsName() throws Exception {
    String header = "x-ms-version-id: 2026-01-31T12:00:00.1234567Z";
    Script newer = Script.http("200 OK", "2", "x-ms-version-id: 2026-02-01T12:00:00.0000000Z");
    Script old = Script.http("200 OK", "1", header);
    try (ScriptedServer server =
        ScriptedServer.start(Script.http("200 OK", "", header), newer, old)) {
      Revision revision = lab.resolve(uri(server, "c/b"));
      assertThat(lab.files(uri(server, "c/b"), revision)).containsValue("1");
      assertThat(server.requests().get(2))
          .startsWith("GET /acme/c/b?versionid=2026-01-31T12%3A00%3A00.1234567Z ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-ms-meta-hdi_isfolder: true", "x-ms-resource-type: directory"})
  void aDirectoryOfAHierarchyIsAPrefixAndNoFile(String mark) throws Exception {
    Script head = Script.http("200 OK", "", "ETag: \"0xE1\"", mark);
    Script list =
        list(
            blob("d/sub", "<Metadata><hdi_isfolder>true</hdi_isfolder></Metadata>", ""),
            blob("d/more", "", "<ResourceType>directory</ResourceType>"),
            blob("d/sub/a", "", "<ResourceType>file</ResourceType>"));
    try (ScriptedServer server = ScriptedServer.start(head, list, list, content())) {
      Revision revision = lab.resolve(uri(server, "c/d"));
      assertThat(revision.id()).startsWith("tree:");
      assertThat(lab.files(uri(server, "c/d"), revision)).containsOnlyKeys("sub/a");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"p/../../evil", "p//evil", "p/./evil", "p/a\\b", "p/..", "p/a&#9;b"})
  void aNameThatLeadsElsewhereIsRefusedBeforeAnythingIsWritten(String name) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(list(blob(name, "", "")))) {
      Revision revision = lab.resolve(uri(server, "c/p/"));
      assertThatThrownBy(() -> lab.files(uri(server, "c/p/"), revision))
          .isInstanceOf(IntegrityMismatch.class)
          .hasMessageContaining("whose key is no path below a directory");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><EnumerationResults>&e;"
            + "</EnumerationResults>",
        "no xml",
        "<html/>",
        "<EnumerationResults><Blobs><Blob><Name>other</Name></Blob></Blobs></EnumerationResults>",
        "<EnumerationResults><Blobs><Blob><Name>p/a</Name><Properties><Etag>e&#10;X: y</Etag>"
            + "<Content-Length>1</Content-Length></Properties></Blob></Blobs></EnumerationResults>",
        "<EnumerationResults><Blobs/><NextMarker>again</NextMarker></EnumerationResults>"
      })
  void anAnswerThatIsNoListingIsABrokenTransfer(String body) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http("200 OK", body))) {
      assertThatThrownBy(() -> lab.resolve(uri(server, "c/p/")))
          .isInstanceOfAny(TransferFailed.class, IOException.class)
          .hasMessageNotContaining("root:");
    }
  }

  @Test
  void aTagThatCouldDisturbATerminalIsNoRevision() throws Exception {
    Script blob = Script.http("200 OK", "", "ETag: \"\u001b[31m\"");
    try (ScriptedServer server = ScriptedServer.start(blob)) {
      assertThatThrownBy(() -> lab.resolve(uri(server, "c/b")))
          .isInstanceOf(UnknownSource.class)
          .hasMessage("the store gives the blob neither a version nor an ETag")
          .extracting(e -> ((ProvisioningException) e).advice().get(0))
          .isEqualTo("ask for the blob with an https:// URL instead");
    }
  }

  @Test
  void aStoreThatWantsToBeLeftAloneSaysForHowLong() throws Exception {
    Script busy = Script.http("503 Busy", "", "Retry-After: 7", "x-ms-error-code: ServerBusy");
    try (ScriptedServer server = ScriptedServer.start(busy)) {
      TransferFailed failure =
          catchThrowableOfType(TransferFailed.class, () -> lab.resolve(uri(server, "c/p/")));
      assertThat(failure.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
    }
  }

  private static Script content() {
    return Script.http("200 OK", "text", "ETag: \"0xE\"");
  }

  private static String blob(String name, String metadata, String properties) {
    return ("<Blob><Name>%s</Name><Properties><Etag>0xE</Etag><Content-Length>4</Content-Length>%s"
            + "</Properties>%s</Blob>")
        .formatted(name, properties, metadata);
  }

  private static Script list(String... blobs) {
    return Script.http(
        "200 OK",
        "<EnumerationResults><Blobs>%s</Blobs><NextMarker/></EnumerationResults>"
            .formatted(String.join("", blobs)));
  }

  private static String uri(ScriptedServer server, String place) {
    return "azurerm::" + server.url("acme/" + place);
  }
}
