package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository with two commits behind a real server, and a fetcher's view of it. */
abstract class ServedRepository {

  Path root;
  Path store;
  Path staging;
  BareRepository repository;
  GitServer server;
  TestContext context;
  ObjectId first;
  ObjectId second;

  @BeforeEach
  void serve(@TempDir Path repositories, @TempDir Path cache, @TempDir Path other)
      throws Exception {
    root = repositories;
    store = cache;
    staging = other;
    repository = new BareRepository(root.resolve("modules.git"));
    first = repository.commit(Map.of("vpc/main.tf", "one", "x:run.sh", "#!", "big.bin", noise(1)));
    second =
        repository.commit(
            Map.of("vpc/main.tf", "two", "x:run.sh", "#!", "big.bin", noise(1)), first);
    repository.ref("refs/heads/main", second);
    repository.ref("refs/tags/v1", repository.tag("v1", first, Constants.OBJ_COMMIT));
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowFilter", true);
    repository.repository.getConfig().save();
    server = new GitServer(root);
    context = new TestContext(store);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    repository.close();
  }

  SourceLocation at(String ref, String subdir) {
    return location(server.url("modules.git"), ref, subdir);
  }

  Map<String, String> files(String ref, String subdir) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation location = at(ref, subdir);
    return read(fetch(fetcher, location, fetcher.resolve(location, context)));
  }

  Payload fetch(GitFetcher fetcher, SourceLocation location, Revision revision) throws Exception {
    return fetcher.fetch(location, revision, staging, context);
  }

  <T extends ProvisioningException> T failure(Class<T> type, String ref, String subdir) {
    return catchThrowableOfType(type, () -> files(ref, subdir));
  }

  static String noise(long seed) {
    byte[] bytes = new byte[100_000];
    new Random(seed).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
