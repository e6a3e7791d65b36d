package io.github.sourceprovisioner.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.archive.DirectoryTree;
import io.github.sourceprovisioner.archive.Unpacker;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls a fetcher for one place as the engine does, with a store and a staging directory. */
final class Caller implements FetchContext {

  final Balance balance = new Balance();
  final List<String> notes = new CopyOnWriteArrayList<>();
  private final Fetcher fetcher;
  private final Path directory;
  private final Optional<Credential> credential;

  Caller(Fetcher fetcher, Path directory, Optional<Credential> credential) throws IOException {
    this.fetcher = fetcher;
    this.directory = Files.createDirectories(directory);
    this.credential = credential;
    Files.createDirectories(store());
  }

  Revision resolve(SourceLocation location) throws IOException, InterruptedException {
    return fetcher.resolve(location, this);
  }

  /** What the location means now: letter and path to content. */
  Map<String, String> files(SourceLocation location) throws IOException, InterruptedException {
    return files(location, resolve(location));
  }

  /** What the location means at a revision: letter and path to content. */
  Map<String, String> files(SourceLocation location, Revision revision)
      throws IOException, InterruptedException {
    Path staging = Files.createTempDirectory(directory, "staging");
    Payload payload = fetcher.fetch(location, revision, staging, this);
    Map<String, String> files = new TreeMap<>();
    try (SourceTree tree = tree(payload, location.subdir(), staging)) {
      for (TreeEntry entry : tree.entries()) {
        try (InputStream in = tree.open(entry)) {
          String content = new String(in.readAllBytes(), UTF_8);
          files.put(entry.type().letter() + ":" + entry.path(), content);
        }
      }
    }
    return files;
  }

  private static SourceTree tree(Payload payload, String subdir, Path staging)
      throws IOException, InterruptedException {
    if (payload instanceof Payload.Archives packed) {
      String wanted =
          Stream.of(packed.root(), subdir)
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("/"));
      return Unpacker.standard().unpack(packed.files(), wanted, staging);
    }
    return payload instanceof Payload.Tree read
        ? read.tree()
        : DirectoryTree.of(((Payload.Directory) payload).root());
  }

  @Override
  public Path store() {
    return directory.resolve("store");
  }

  @Override
  public Optional<Credential> credential() {
    return credential;
  }

  @Override
  public Optional<Credential> credential(String url) {
    return credential;
  }

  @Override
  public Optional<ProxyServer> proxy(String url) {
    return Optional.empty();
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }

  @Override
  public TransferListener transfers() {
    return balance;
  }

  @Override
  public Duration timeout() {
    return Duration.ofMinutes(5);
  }

  @Override
  public boolean insecureAllowed() {
    return false;
  }
}
