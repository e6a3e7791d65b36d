package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.server.Script;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileManifestTest {

  private ScriptedArtifact artifact;

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    artifact = new ScriptedArtifact(directory);
  }

  @Test
  void aManifestThatIsNotWhatItsHeaderSaysIsRefused() throws IOException {
    String promised = "sha256:" + "0".repeat(64);
    IntegrityMismatch failure =
        artifact.refusal(
            IntegrityMismatch.class,
            Script.http(
                "200 OK",
                artifact.manifestText(1),
                ScriptedArtifact.TYPE,
                "Docker-Content-Digest: " + promised));
    assertThat(failure).hasMessage("the manifest that came is not " + promised);
    assertThat(failure.advice())
        .containsExactly(
            "try again; if it stays so, tell whoever runs the registry",
            "check whether a proxy changes what it passes on");
  }

  @Test
  void aManifestThatHasNoEndIsRefused() throws IOException {
    IntegrityMismatch failure =
        artifact.refusal(
            IntegrityMismatch.class,
            Script.http("200 OK", " ".repeat(5 << 20), ScriptedArtifact.TYPE));
    assertThat(failure).hasMessage("the manifest is larger than 4194304 bytes");
    assertThat(failure.advice())
        .containsExactly("push an artifact with fewer layers and annotations");
  }

  @Test
  void aManifestThatIsCutIsATransferThatBroke() throws IOException {
    TransferFailed failure =
        artifact.refusal(
            TransferFailed.class,
            Script.answer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"layers\":["));
    assertThat(failure).hasMessageEndingWith(" broke off");
    assertThat(failure.advice()).containsExactly("try again");
  }

  @Test
  void aPageInsteadOfAManifestIsNoArtifact() throws IOException {
    SourceNotFound failure =
        artifact.refusal(
            SourceNotFound.class,
            Script.http("200 OK", "<html>log in</html>", "Content-Type: text/html; charset=utf-8"));
    assertThat(failure)
        .hasMessageStartingWith("127.0.0.1:")
        .hasMessageEndingWith(" answers with a web page instead of a manifest");
    assertThat(failure.advice()).hasSize(2);
    assertThat(failure.advice().get(0)).startsWith("check that 127.0.0.1:").endsWith("a registry");
    assertThat(failure.advice().get(1))
        .isEqualTo("check whether a proxy or a login page answers in its place");
  }

  @Test
  void theOldSchemaIsNamed() throws IOException {
    UnknownSource failure =
        artifact.refusal(
            UnknownSource.class,
            Script.http(
                "200 OK",
                "{\"schemaVersion\":1,\"fsLayers\":[]}",
                "Content-Type: application/vnd.docker.distribution.manifest.v1+prettyjws"));
    assertThat(failure).hasMessage("the manifest has the old schema 1 of Docker");
    assertThat(failure.advice()).hasSize(1);
  }

  @Test
  void aRegistryThatForbidsIsNotAskedWhy() throws IOException {
    AccessDenied failure =
        artifact.refusal(
            AccessDenied.class, Script.http("403 Forbidden", "{\"errors\":[{\"message\":\"x\"}]}"));
    assertThat(failure).hasMessageEndingWith("and no credential is configured for it");
    assertThat(failure.advice()).hasSize(3);
  }

  @Test
  void aRegistryThatIsBusySaysWhenToComeBack() throws IOException {
    TransferFailed failure =
        artifact.refusal(
            TransferFailed.class, Script.http("429 Too Many Requests", "{}", "Retry-After: 7"));
    assertThat(failure.retryAfter().orElseThrow().toSeconds()).isEqualTo(7);
    assertThat(failure.advice()).containsExactly("try again later");
  }

  @Test
  void whatListsTheTagsBadlyDoesNotHideWhatIsMissing() throws IOException {
    SourceNotFound failure =
        artifact.refusal(
            SourceNotFound.class,
            Script.http("404 Not Found", "{}"),
            Script.http("200 OK", "{\"tags\":[\"\\u001b[31m\",7]}"));
    assertThat(failure).hasMessage("there is no tag 1 in acme/vpc");
    assertThat(failure.advice()).containsExactly("check the spelling of repository and tag");
  }

  @Test
  void noNameOfATagReachesAMessageThatIsNone() throws IOException {
    SourceNotFound failure =
        artifact.refusal(
            SourceNotFound.class,
            Script.http("404 Not Found", "{}"),
            Script.http("200 OK", "{\"tags\":[\"\\u001b[31m\",\"1.2\",\"../1\"]}"));
    assertThat(failure.advice()).containsExactly("pick one of 1.2 (newest)");
  }
}
