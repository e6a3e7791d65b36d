package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.ProxyServer;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run of a fetcher after the other, with one store. */
final class Desk implements FetchContext, TransferListener {

  final Path directory;
  final List<String> requests = new ArrayList<>();
  Optional<Credential> credential = Optional.empty();
  HttpFetcher fetcher = new HttpFetcher();
  long bytes;

  Desk(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(store());
  }

  /** Another run: nothing but the store is kept. */
  Desk nextRun() {
    fetcher = new HttpFetcher();
    return this;
  }

  static SourceLocation at(String url) {
    return at(url, "", Map.of());
  }

  static SourceLocation at(String url, String checksum, Map<String, String> parameters) {
    String path = url.replaceFirst("\\?.*", "");
    Optional<String> archive =
        List.of("tar.gz", "zip", "gz").stream().filter(f -> path.endsWith("." + f)).findFirst();
    return new SourceLocation(
        "http",
        url,
        Optional.empty(),
        "",
        archive,
        Optional.of(checksum).filter(c -> !c.isEmpty()),
        new TreeMap<>(parameters),
        new Coordinates("com.example", "archive"));
  }

  Revision resolve(SourceLocation location) throws IOException, InterruptedException {
    Optional<Revision> pinned = fetcher.pinned(location);
    return pinned.isPresent() ? pinned.get() : fetcher.resolve(location, this);
  }

  Payload fetch(SourceLocation location, Revision revision)
      throws IOException, InterruptedException {
    Path staging = Files.createTempDirectory(directory, "staging");
    return fetcher.fetch(location, revision, staging, this);
  }

  /** Name and text of the only file that comes of a location. */
  Map.Entry<String, String> bring(SourceLocation location)
      throws IOException, InterruptedException {
    Payload payload = fetch(location, resolve(location));
    if (payload instanceof Payload.Archives archives) {
      var file = archives.files().get(0);
      return Map.entry(file.name() + file.format().map(f -> " " + f).orElse(""), text(file.path()));
    }
    try (var files = Files.list(((Payload.Directory) payload).root())) {
      Path file = files.findFirst().orElseThrow();
      return Map.entry(file.getFileName().toString(), text(file));
    }
  }

  static String sha256(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
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
    requests.add("note: " + message);
  }

  @Override
  public TransferListener transfers() {
    return this;
  }

  @Override
  public Duration timeout() {
    return Duration.ofMinutes(1);
  }

  @Override
  public boolean insecureAllowed() {
    return false;
  }

  @Override
  public void requested(String resource) {
    requests.add(resource);
  }

  @Override
  public void received(long count) {
    bytes += count;
  }

  @Override
  public void completed() {
    requests.add("completed");
  }

  @Override
  public void failed(Throwable reason) {
    requests.add("failed");
  }
}
