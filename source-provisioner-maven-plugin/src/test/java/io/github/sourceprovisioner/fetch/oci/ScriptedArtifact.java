package io.github.sourceprovisioner.fetch.oci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fetch.oci.manifest.Digest;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An artifact with one layer that a scripted registry hands out, or does not. */
final class ScriptedArtifact {

  static final String TYPE = "Content-Type: " + Push.OCI;

  private final Path directory;
  private final byte[] blob;

  ScriptedArtifact(Path directory) throws IOException {
    this.directory = directory;
    this.blob = Push.tarGz("main.tf", "one");
  }

  int size() {
    return blob.length;
  }

  /** The layer, one byte a character. */
  String text() {
    return new String(blob, ISO_8859_1);
  }

  /** How messages name the layer. */
  String layer() {
    return "the layer " + Digest.sha256(blob).brief();
  }

  /** Answers with the manifest. */
  Script manifest() {
    return manifest(blob.length);
  }

  /** Answers with a manifest that says another size. */
  Script manifest(long size) {
    return Script.http("200 OK", manifestText(size), TYPE);
  }

  String manifestText(long size) {
    return "{\"schemaVersion\":2,\"layers\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}]}"
        .formatted(Push.TAR_GZ, Digest.sha256(blob), size);
  }

  /** Answers with the layer. */
  Script blob() {
    return Script.http("200 OK", text());
  }

  /** How a client fails that meets these answers; nothing is left of what it downloaded. */
  <T extends ProvisioningException> T refusal(Class<T> type, Script... scripts) throws IOException {
    return refusal(type, new Client(directory.resolve("client")), scripts);
  }

  <T extends ProvisioningException> T refusal(Class<T> type, Client client, Script... scripts)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.start(scripts)) {
      String name = "127.0.0.1:" + server.port();
      T failure = catchThrowableOfType(type, () -> client.files(name, "acme/vpc", "1"));
      try (DirectoryStream<Path> staging =
          Files.newDirectoryStream(directory.resolve("client"), "staging*")) {
        staging.forEach(left -> assertThat(left).isEmptyDirectory());
      }
      return failure;
    }
  }
}
