package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.fetch.gcs.credentials.Machine;
import io.github.sourceprovisioner.fixture.RecordingContext;
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

/** A machine with some variables whose Google is a server of the test. */
final class GcsLab {

  final RecordingContext context = new RecordingContext();
  final GcsFetcher fetcher;
  private final Path directory;

  GcsLab(Path directory, String google, Map<String, String> environment) {
    this.directory = directory;
    Machine machine =
        new Machine(
            environment,
            directory.resolve("home"),
            URI.create(google),
            URI.create(google + "/token"),
            URI.create("http://127.0.0.1:1"));
    this.fetcher = new GcsFetcher(() -> new GcsStore(machine, InstantSource.system()));
  }

  static SourceLocation locate(String uri) {
    return new Locators(List.of())
        .locate(
            new SourceSpec(
                uri,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Filters.NONE,
                Optional.empty(),
                Retry.DEFAULT,
                Path.of("/pwd"),
                new Position("dev.yaml", 7, 12)));
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
}
