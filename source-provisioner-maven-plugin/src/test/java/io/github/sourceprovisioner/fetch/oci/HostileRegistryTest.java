package io.github.sourceprovisioner.fetch.oci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileRegistryTest {

  private static final String JSON = "Content-Type: " + Push.OCI;

  private Path directory;
  private byte[] blob;
  private String manifest;

  @BeforeEach
  void artifact(@TempDir Path root) throws IOException {
    directory = root;
    blob = Push.tarGz("main.tf", "one");
    manifest = manifest(blob.length);
  }

  private String manifest(long size) {
    return "{\"schemaVersion\":2,\"layers\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}]}"
        .formatted(Push.TAR_GZ, Digest.sha256(blob), size);
  }

  private String text() {
    return new String(blob, ISO_8859_1);
  }

  private String layer() {
    return "the layer " + Digest.sha256(blob).brief();
  }

  private <T extends ProvisioningException> T refusal(Class<T> type, Script... scripts)
      throws IOException {
    Client client = new Client(directory.resolve("client"));
    try (ScriptedServer server = ScriptedServer.start(scripts)) {
      String name = "127.0.0.1:" + server.port();
      T failure = catchThrowableOfType(type, () -> client.files(name, "acme/vpc", "1"));
      try (var staging = Files.newDirectoryStream(directory.resolve("client"), "staging*")) {
        staging.forEach(left -> assertThat(left).isEmptyDirectory());
      }
      return failure;
    }
  }

  @Test
  void aManifestThatIsNotWhatItsHeaderSaysIsRefused() throws IOException {
    String promised = "sha256:" + "0".repeat(64);
    IntegrityMismatch failure =
        refusal(
            IntegrityMismatch.class,
            Script.http("200 OK", manifest, JSON, "Docker-Content-Digest: " + promised));
    assertThat(failure).hasMessage("the manifest that came is not " + promised);
    assertThat(failure.advice())
        .containsExactly(
            "try again; if it stays so, tell whoever runs the registry",
            "check whether a proxy changes what it passes on");
  }

  @Test
  void aManifestThatHasNoEndIsRefused() throws IOException {
    IntegrityMismatch failure =
        refusal(IntegrityMismatch.class, Script.http("200 OK", " ".repeat(5 << 20), JSON));
    assertThat(failure).hasMessage("the manifest is larger than 4194304 bytes");
    assertThat(failure.advice())
        .containsExactly("push an artifact with fewer layers and annotations");
  }

  @Test
  void aPageInsteadOfAManifestIsNoArtifact() throws IOException {
    SourceNotFound failure =
        refusal(
            SourceNotFound.class,
            Script.http("200 OK", "<html>log in</html>", "Content-Type: text/html; charset=utf-8"));
    assertThat(failure)
        .hasMessageEndingWith(" answers with a web page instead of a manifest")
        .hasMessageStartingWith("127.0.0.1:");
    assertThat(failure.advice().get(1))
        .isEqualTo("check whether a proxy or a login page answers in its place");
  }

  @Test
  void aLayerWithOtherBytesIsRefusedBeforeAnythingIsUnpacked() throws IOException {
    IntegrityMismatch failure =
        refusal(
            IntegrityMismatch.class,
            Script.http("200 OK", manifest, JSON),
            Script.http("200 OK", "x".repeat(blob.length)));
    assertThat(failure).hasMessage("what came for " + layer() + " has another digest");
    assertThat(failure.advice())
        .containsExactly(
            "try again; if it stays so, push the artifact again",
            "check whether a proxy changes what it passes on");
  }

  @Test
  void aLayerOfAnotherLengthIsRefusedAtItsHeader() throws IOException {
    IntegrityMismatch failure =
        refusal(
            IntegrityMismatch.class,
            Script.http("200 OK", manifest, JSON),
            Script.http("200 OK", text() + "more"));
    assertThat(failure)
        .hasMessage(layer() + " is not " + blob.length + " bytes long, as its manifest says");
    assertThat(failure.advice()).containsExactly("push the artifact again");
  }

  @Test
  void aLayerThatGoesOnIsRefusedAtItsFirstByteTooMany() throws IOException {
    IntegrityMismatch failure =
        refusal(
            IntegrityMismatch.class,
            Script.http("200 OK", manifest, JSON),
            Script.answer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + text() + "more"));
    assertThat(failure).hasMessageContaining("bytes long, as its manifest says");
  }

  @Test
  void aLayerThatIsCutIsATransferThatBroke() throws IOException {
    String half = text().substring(0, blob.length / 2);
    String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    TransferFailed promised =
        refusal(
            TransferFailed.class,
            Script.http("200 OK", manifest, JSON),
            Script.answer(head + "Content-Length: " + blob.length + "\r\n\r\n" + half));
    assertThat(promised).hasMessageEndingWith(" broke off");
    assertThat(promised.advice()).containsExactly("try again");
    TransferFailed silent =
        refusal(
            TransferFailed.class,
            Script.http("200 OK", manifest, JSON),
            Script.answer(head + "\r\n" + half));
    assertThat(silent).hasMessage(layer() + " came incomplete");
    assertThat(silent.advice()).containsExactly("try again");
  }

  @Test
  void aLayerThatIsMissingIsSaid() throws IOException {
    SourceNotFound failure =
        refusal(
            SourceNotFound.class,
            Script.http("200 OK", manifest, JSON),
            Script.http("404 Not Found", "{}"));
    assertThat(failure).hasMessage("the registry lacks " + layer() + " of the artifact");
    assertThat(failure.advice()).containsExactly("push the artifact again");
  }

  @Test
  void aManifestAboutABlobOfNoBytesIsServedWithoutATrap() throws Exception {
    manifest = manifest(0);
    IntegrityMismatch failure =
        refusal(
            IntegrityMismatch.class,
            Script.http("200 OK", manifest, JSON),
            Script.http("200 OK", text()));
    assertThat(failure).hasMessageContaining("is not 0 bytes long");
  }

  @Test
  void aRegistryThatIsBusySaysWhenToComeBack() throws IOException {
    TransferFailed failure =
        refusal(TransferFailed.class, Script.http("429 Too Many Requests", "{}", "Retry-After: 7"));
    assertThat(failure.retryAfter().orElseThrow().toSeconds()).isEqualTo(7);
    assertThat(failure.advice()).containsExactly("try again later");
  }

  @Test
  void whatServesTheTagsBadlyDoesNotHideWhatIsMissing() throws IOException {
    SourceNotFound failure =
        refusal(
            SourceNotFound.class,
            Script.http("404 Not Found", "{}"),
            Script.http("200 OK", "{\"tags\":[\"\\u001b[31m\",7]}"));
    assertThat(failure).hasMessage("there is no tag 1 in acme/vpc");
    assertThat(failure.advice()).containsExactly("check the spelling of repository and tag");
  }

  @Test
  void aBlobMayBeElsewhereAndNothingSecretGoesThere() throws Exception {
    Client client = new Client(directory.resolve("client")).as("ann", "CANARY");
    try (ScriptedServer storage = ScriptedServer.start(Script.http("200 OK", text()));
        ScriptedServer server =
            ScriptedServer.start(
                Script.http("401 Unauthorized", "{}", "WWW-Authenticate: Basic realm=x"),
                Script.http("200 OK", manifest, JSON),
                Script.http("307 Gone", "", "Location: " + storage.url("b?X-Amz-Signature=s")))) {
      String name = "127.0.0.1:" + server.port();
      assertThat(client.files(name, "acme/vpc", "1")).isEqualTo(Map.of("main.tf", "one"));
      assertThat(server.requests().get(2)).contains("Authorization: Basic ");
      assertThat(storage.requests()).hasSize(1);
      assertThat(storage.requests().get(0)).doesNotContain("Authorization");
      assertThat(client.context.requests.toString() + client.context.notes)
          .doesNotContain("CANARY", "X-Amz-Signature=s", new String(blob, UTF_8));
    }
  }
}
