package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedBlobsTest {

  private ScriptedArtifact artifact;
  private Client client;
  private Revision revision;

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    artifact = new ScriptedArtifact(directory);
    client = new Client(directory.resolve("client"));
    byte[] text = artifact.manifestText(artifact.size()).getBytes(StandardCharsets.UTF_8);
    revision = new Revision(Digest.sha256(text).toString(), Stability.TAG, Optional.of("1"));
  }

  private static SourceLocation location(ScriptedServer server, String tag) {
    return Client.location("127.0.0.1:" + server.port(), "acme/vpc", tag, "");
  }

  private void gather(SourceLocation... locations) throws Exception {
    Map<SourceLocation, Revision> wanted = new LinkedHashMap<>();
    Stream.of(locations).forEach(location -> wanted.put(location, revision));
    client.fetcher.gather(wanted, client.context);
  }

  private Path blobs() {
    return client.context.store().resolve("blobs");
  }

  @Test
  void whatAnEarlierRunLeftIsRemoved() throws Exception {
    Files.createDirectory(blobs());
    Files.writeString(blobs().resolve("sha256-old"), "x");
    try (ScriptedServer server = ScriptedServer.start(artifact.manifest(), artifact.blob())) {
      gather(location(server, "1"), location(server, "2"));
      assertThat(blobs()).isDirectoryNotContaining("glob:**old");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void whatOneLocationWantsIsNotGathered() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(artifact.manifest())) {
      gather(location(server, "1"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whatWasDamagedMeanwhileComesAgain() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(artifact.manifest(), artifact.blob(), artifact.blob())) {
      gather(location(server, "1"), location(server, "2"));
      try (Stream<Path> files = Files.list(blobs())) {
        Files.writeString(files.findFirst().orElseThrow(), "x");
      }
      assertThat(client.files(location(server, "1"), revision)).isEqualTo(Map.of("main.tf", "one"));
      assertThat(server.requests()).hasSize(3);
      assertThat(blobs()).isEmptyDirectory();
    }
  }

  @Test
  void whatIsWrongWithAnArtifactIsLeftToItsFetch() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(artifact.manifest(), Script.http("404 Not Found", "{}"))) {
      gather(location(server, "1"), location(server, "2"));
      assertThat(
              catchThrowableOfType(
                  SourceNotFound.class, () -> client.files(location(server, "1"), revision)))
          .hasMessageStartingWith("the registry lacks ");
    }
  }

  @Test
  void aTransferThatBreaksIsWorthAnotherAttempt() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.start(artifact.manifest(), Script.http("503 Later", ""))) {
      assertThat(
              catchThrowableOfType(
                  TransferFailed.class, () -> gather(location(server, "1"), location(server, "2"))))
          .isNotNull();
    }
  }
}
