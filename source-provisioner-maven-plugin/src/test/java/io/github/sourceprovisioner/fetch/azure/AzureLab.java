package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.fetch.azure.credentials.Machine;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.locate.InlineCredentials;
import io.github.sourceprovisioner.locate.Locators;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A machine with some variables, and sources as users write them. */
final class AzureLab {

  /** Nobody listens there. */
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  final RecordingContext context = new RecordingContext();
  final AzureFetcher fetcher;
  private final Path directory;

  AzureLab(Path directory, Map<String, String> environment) {
    this.directory = directory;
    Machine machine = new Machine(environment, NOBODY);
    this.fetcher = new AzureFetcher(() -> new AzureStore(machine, InstantSource.system()));
  }

  static SourceSpec spec(String uri) {
    return new SourceSpec(
        uri,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Filters.NONE,
        Optional.empty(),
        Retry.DEFAULT,
        Path.of("/pwd"),
        new Position("dev.yaml", 7, 12));
  }

  /** The location of a source; what its URI holds becomes the credential. */
  SourceLocation locate(String uri) {
    InlineCredentials.of(spec(uri)).ifPresent(found -> context.credential = Optional.of(found));
    return new Locators(List.of()).locate(spec(uri));
  }

  Revision resolve(String uri) throws IOException, InterruptedException {
    return fetcher.resolve(locate(uri), context);
  }

  /** The files of what a source means now, by path. */
  Map<String, String> files(String uri) throws IOException, InterruptedException {
    return files(uri, resolve(uri));
  }

  /** The files of a source at a revision, by path. */
  Map<String, String> files(String uri, Revision revision)
      throws IOException, InterruptedException {
    Path root = ((Payload.Directory) fetch(uri, revision)).root();
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  Payload fetch(String uri, Revision revision) throws IOException, InterruptedException {
    return fetcher.fetch(
        locate(uri), revision, Files.createTempDirectory(directory, "staging"), context);
  }

  /** What the user or anybody who reads the debug log sees. */
  String heard() {
    return context.requests + "" + context.notes;
  }
}
