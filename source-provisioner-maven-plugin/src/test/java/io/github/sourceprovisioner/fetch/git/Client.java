package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whoever uses the fetcher: asks what a ref means, and fetches that. */
final class Client {

  final TestContext context;
  private final Path staging;

  /** A client with a store and a staging directory below a directory. */
  Client(Path directory) throws Exception {
    context = new TestContext(Files.createDirectories(directory.resolve("store")));
    staging = Files.createDirectories(directory.resolve("staging"));
  }

  /** From now on this is what the host of a location is shown. */
  Client with(String user, String password) {
    context.credential = Optional.of(new Credential("work", user, password));
    return this;
  }

  Revision resolve(String url, String ref) throws Exception {
    return new GitFetcher().resolve(location(url, ref, ""), context);
  }

  /** Letter and path to content. */
  Map<String, String> files(String url, String ref, String subdir) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation location = location(url, ref, subdir);
    Revision revision = fetcher.resolve(location, context);
    return Delivered.read(fetcher.fetch(location, revision, staging, context));
  }

  <T extends ProvisioningException> T failure(Class<T> type, String url, String ref) {
    return catchThrowableOfType(type, () -> files(url, ref, ""));
  }
}
