package io.github.sourceprovisioner.fetch.oci;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.archive.Unpacker;
import io.github.sourceprovisioner.fetch.oci.Conversation.Ways;
import io.github.sourceprovisioner.fetch.oci.auth.Logins;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.SourceTree;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A fetcher with a store and a context of its own. */
final class Client {

  final Asked context;
  final OciFetcher fetcher;
  private final Path directory;

  Client(Path directory) throws IOException {
    this(directory, (registry, repository, context) -> Visitor.STRANGER, Trust.jvm());
  }

  Client(Path directory, Logins logins, Trust trust) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.context = new Asked(Files.createDirectories(directory.resolve("store")));
    this.fetcher = fetcher(logins, trust);
  }

  /** A fetcher of a user who is known nowhere. */
  static OciFetcher strangersFetcher() {
    return fetcher((registry, repository, context) -> Visitor.STRANGER, Trust.jvm());
  }

  private static OciFetcher fetcher(Logins logins, Trust trust) {
    InstantSource clock = InstantSource.system();
    Ways ways = new Ways(context -> new HttpWeb(context, clock, trust), clock);
    return new OciFetcher(() -> new Artifacts(new Registries(ways, logins)));
  }

  /** With a credential for the locations themselves. */
  Client as(String user, String password) {
    context.own = Optional.of(new Credential("<server> registry", user, password));
    return this;
  }

  static SourceLocation location(String registry, String repository, String ref, String subdir) {
    return new SourceLocation(
        "oci",
        "oci://" + registry + "/" + repository,
        Optional.of(ref).filter(r -> !r.isEmpty()),
        subdir,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        new Coordinates("oci.test", "repo"));
  }

  Revision resolve(String registry, String repository, String ref)
      throws IOException, InterruptedException {
    return fetcher.resolve(location(registry, repository, ref, ""), context);
  }

  /** The files below the root, as {@code path -> content}. */
  Map<String, String> files(String registry, String repository, String ref)
      throws IOException, InterruptedException {
    return files(location(registry, repository, ref, ""));
  }

  Map<String, String> files(SourceLocation location) throws IOException, InterruptedException {
    return files(location, fetcher.resolve(location, context));
  }

  Map<String, String> files(SourceLocation location, Revision revision)
      throws IOException, InterruptedException {
    Path staging = Files.createTempDirectory(directory, "staging");
    Payload.Archives packed =
        (Payload.Archives) fetcher.fetch(location, revision, staging, context);
    Map<String, String> files = new TreeMap<>();
    try (SourceTree tree = Unpacker.standard().unpack(packed.files(), location.subdir(), staging)) {
      for (TreeEntry entry : tree.entries()) {
        files.put(entry.path(), new String(tree.open(entry).readAllBytes(), UTF_8));
      }
    }
    return files;
  }
}
