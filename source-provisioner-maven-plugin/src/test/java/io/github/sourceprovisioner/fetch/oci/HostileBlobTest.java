package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileBlobTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

  private Path directory;
  private ScriptedArtifact artifact;

  @BeforeEach
  void create(@TempDir Path root) throws IOException {
    directory = root;
    artifact = new ScriptedArtifact(root);
  }

  @Test
  void otherBytesAreRefusedBeforeAnythingIsUnpacked() throws IOException {
    IntegrityMismatch failure =
        artifact.refusal(
            IntegrityMismatch.class,
            artifact.manifest(),
            Script.http("200 OK", "x".repeat(artifact.size())));
    assertThat(failure).hasMessage("what came for " + artifact.layer() + " has another digest");
    assertThat(failure.advice())
        .containsExactly(
            "try again; if it stays so, push the artifact again",
            "check whether a proxy changes what it passes on");
  }

  @Test
  void anotherLengthIsRefusedAtItsHeader() throws IOException {
    IntegrityMismatch failure =
        artifact.refusal(
            IntegrityMismatch.class,
            artifact.manifest(),
            Script.http("200 OK", artifact.text() + "more"));
    assertThat(failure)
        .hasMessage(
            "%s is not %d bytes long, as its manifest says"
                .formatted(artifact.layer(), artifact.size()));
    assertThat(failure.advice()).containsExactly("push the artifact again");
    assertThat(artifact.refusal(IntegrityMismatch.class, artifact.manifest(0), artifact.blob()))
        .hasMessageContaining("is not 0 bytes long");
  }

  @Test
  void whatGoesOnIsRefusedAtItsFirstByteTooMany() throws IOException {
    IntegrityMismatch failure =
        artifact.refusal(
            IntegrityMismatch.class,
            artifact.manifest(),
            Script.answer(HEAD + "\r\n" + artifact.text() + "more"));
    assertThat(failure).hasMessageContaining("bytes long, as its manifest says");
  }

  @Test
  void whatIsCutIsATransferThatBroke() throws IOException {
    String half = artifact.text().substring(0, artifact.size() / 2);
    TransferFailed promised =
        artifact.refusal(
            TransferFailed.class,
            artifact.manifest(),
            Script.answer(HEAD + "Content-Length: " + artifact.size() + "\r\n\r\n" + half));
    assertThat(promised).hasMessageEndingWith(" broke off");
    assertThat(promised.advice()).containsExactly("try again");
    TransferFailed silent =
        artifact.refusal(
            TransferFailed.class, artifact.manifest(), Script.answer(HEAD + "\r\n" + half));
    assertThat(silent).hasMessage(artifact.layer() + " came incomplete");
    assertThat(silent.advice()).containsExactly("try again");
  }

  @Test
  void aPageInsteadOfALayerIsNamed() throws IOException {
    SourceNotFound failure =
        artifact.refusal(
            SourceNotFound.class,
            artifact.manifest(),
            Script.http("200 OK", "<html>", "Content-Type: text/html"));
    assertThat(failure)
        .hasMessageEndingWith(" answers with a web page instead of " + artifact.layer());
  }

  @Test
  void aLayerThatIsMissingIsSaid() throws IOException {
    SourceNotFound failure =
        artifact.refusal(
            SourceNotFound.class, artifact.manifest(), Script.http("404 Not Found", "{}"));
    assertThat(failure).hasMessage("the registry lacks " + artifact.layer() + " of the artifact");
    assertThat(failure.advice()).containsExactly("push the artifact again");
  }

  @Test
  void aLayerMayBeElsewhereAndNothingSecretGoesThere() throws Exception {
    Client client = new Client(directory.resolve("client")).as("ann", "CANARY");
    try (ScriptedServer storage = ScriptedServer.start(artifact.blob());
        ScriptedServer server =
            ScriptedServer.start(
                Script.http("401 Unauthorized", "{}", "WWW-Authenticate: Basic realm=x"),
                artifact.manifest(),
                Script.http("307 Gone", "", "Location: " + storage.url("b?X-Amz-Signature=s")))) {
      String name = "127.0.0.1:" + server.port();
      assertThat(client.files(name, "acme/vpc", "1")).isEqualTo(Map.of("main.tf", "one"));
      assertThat(server.requests().get(2)).contains("Authorization: Basic ");
      assertThat(storage.requests()).hasSize(1);
      assertThat(storage.requests().get(0)).doesNotContain("Authorization");
      assertThat(client.context.requests.toString() + client.context.notes)
          .doesNotContain("CANARY", "X-Amz-Signature=s");
    }
  }

  @Test
  void aHostThatWeAreLedToIsNotAnsweredWhenItAsks() throws IOException {
    Client client = new Client(directory.resolve("client")).as("ann", "CANARY");
    try (ScriptedServer storage =
        ScriptedServer.start(
            Script.http("401 Unauthorized", "", "WWW-Authenticate: Basic realm=x"))) {
      AccessDenied failure =
          artifact.refusal(
              AccessDenied.class,
              client,
              artifact.manifest(),
              Script.http("307 Gone", "", "Location: " + storage.url("b")));
      assertThat(failure)
          .hasMessageEndingWith("refuses access, and no credential follows a redirect to it");
      assertThat(storage.requests()).hasSize(1);
      assertThat(storage.requests().get(0)).doesNotContain("Authorization");
    }
  }
}
