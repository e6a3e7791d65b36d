package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository on this machine, and a fetcher's view of it. */
abstract class LocalSource {

  Path root;
  BareRepository repository;
  TestContext context;

  @BeforeEach
  void create(@TempDir Path repositories, @TempDir Path store) throws Exception {
    root = repositories;
    repository = new BareRepository(root.resolve("modules.git"));
    context = new TestContext(store);
  }

  @AfterEach
  void close() {
    repository.close();
  }

  void deliver(TreeFormatter tree) throws Exception {
    ObjectId id = repository.insert(Constants.OBJ_TREE, tree.toByteArray());
    repository.ref("refs/heads/main", repository.commitOf(id));
  }

  ObjectId commit(Map<String, String> files) throws Exception {
    ObjectId commit = repository.commit(files);
    repository.ref("refs/heads/main", commit);
    return commit;
  }

  Revision resolve(String ref) throws Exception {
    return new GitFetcher().resolve(location(repository.url(), ref, ""), context);
  }

  Payload fetch(String ref, String subdir) throws Exception {
    return new GitFetcher()
        .fetch(location(repository.url(), ref, subdir), resolve(ref), root, context);
  }

  Map<String, String> files(String subdir) throws Exception {
    return read(fetch("main", subdir));
  }

  <T extends ProvisioningException> T failure(Class<T> type, String ref, String subdir) {
    return catchThrowableOfType(type, () -> fetch(ref, subdir));
  }
}
