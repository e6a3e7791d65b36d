package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.fixture.RecordingContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine whose variables, files and inner services a test decides. */
final class KeyLab implements InstantSource {

  final RecordingContext context = new RecordingContext();
  final Map<String, String> environment = new TreeMap<>();
  URI inside = URI.create("http://127.0.0.1:1");
  Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final Path home;
  private Optional<KeyRing> ring = Optional.empty();

  KeyLab(Path home) {
    this.home = home;
  }

  /** Writes a file below the home directory. */
  void write(String path, String... lines) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** The absolute path of a file below the home directory. */
  String home(String path) {
    return home.resolve(path).toString();
  }

  Optional<AwsKey> find() throws IOException, InterruptedException {
    return find(Optional.empty());
  }

  Optional<AwsKey> find(Optional<String> profile) throws IOException, InterruptedException {
    if (ring.isEmpty()) {
      ring = Optional.of(new KeyRing(new Machine(environment, home, inside, inside), this));
    }
    return ring.get().find(context, profile);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
