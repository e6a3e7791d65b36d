package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Upstream;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submodules as the fetcher brings them, from a host and from this machine. */
class SubmodulesTest {

  private static final String MODULES =
      "[submodule \"lib\"]\n\tpath = vpc/lib\n\turl = ../lib.git\n";

  private Path root;
  private Upstream parent;
  private TestContext context;

  @BeforeEach
  void create(@TempDir Path directory) throws Exception {
    root = directory;
    Upstream lib = Upstream.create(root.resolve("lib.git"));
    String commit = lib.commit("main", Map.of("a/f.tf", "from lib"));
    lib.commit("main", Map.of("a/f.tf", "newer, and not pinned"));
    parent = Upstream.create(root.resolve("parent.git"));
    parent.commit(
        "main", Map.of(".gitmodules", MODULES, "vpc/main.tf", "one", "m:vpc/lib", commit));
    context = new TestContext(Files.createDirectory(root.resolve("store")));
  }

  @Test
  void aSubmoduleComesAtTheCommitThatItsParentNames() throws Exception {
    assertThat(Delivered.read(fetch(parent.url(), "vpc", "true")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("f main.tf", "one", "f lib/a/f.tf", "from lib"));
  }

  @Test
  void theWantedDirectoryMayBeInASubmodule() throws Exception {
    assertThat(Delivered.read(fetch(parent.url(), "vpc/lib/a", "true")))
        .containsExactly(Map.entry("f f.tf", "from lib"));
  }

  @Test
  void aSubmoduleComesFromAHostTooAndStaysInTheStore() throws Exception {
    try (ReferenceGitServer server = new ReferenceGitServer(root, ReferenceGitServer.program())) {
      Map<String, String> both = Map.of("f main.tf", "one", "f lib/a/f.tf", "from lib");
      assertThat(Delivered.read(fetch(server.url("parent.git"), "vpc", "true")))
          .containsExactlyInAnyOrderEntriesOf(both);
      int asked = server.requests.size();
      String commit = parent.id("refs/heads/main");
      assertThat(Delivered.read(fetchAt(server.url("parent.git"), commit)))
          .containsExactlyInAnyOrderEntriesOf(both);
      assertThat(server.requests).hasSize(asked);
    }
  }

  @Test
  void withoutAWordANeededSubmoduleIsAnError() {
    UnknownSource failure =
        catchThrowableOfType(UnknownSource.class, () -> fetch(parent.url(), "vpc", ""));

    assertThat(failure).hasMessageContaining("vpc/lib");
    assertThat(failure.advice())
        .contains(
            "add submodules=true to the URI, so that they are fetched, too",
            "add submodules=false to the URI, so that they are left out");
  }

  @Test
  void aSubmoduleCanBeLeftOutWithAWarning() throws Exception {
    Payload payload = fetch(parent.url(), "vpc", "false");

    assertThat(payload.warnings()).containsExactly("vpc/lib is a submodule and is left out");
    assertThat(Delivered.read(payload)).containsExactly(Map.entry("f main.tf", "one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc/lib", "vpc/lib/a"})
  void aSubmoduleThatIsAllThatIsWantedCannotBeLeftOut(String subdir) {
    assertThatThrownBy(() -> fetch(parent.url(), subdir, "false"))
        .isInstanceOf(UnknownSource.class)
        .hasMessage("the wanted directory is in the submodule vpc/lib, and the URI leaves it out");
  }

  @Test
  void aSubmoduleThatIsNotThereIsNamed() throws Exception {
    parent.commit(
        "main", Map.of(".gitmodules", MODULES, "vpc/a", "b", "m:vpc/lib", "1".repeat(40)));

    SourceNotFound failure =
        catchThrowableOfType(SourceNotFound.class, () -> fetch(parent.url(), "vpc", "true"));

    assertThat(failure).hasMessageStartingWith("submodule vpc/lib: ");
  }

  private Payload fetch(String url, String subdir, String submodules) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation location = location(url, "main", subdir, submodules);
    return fetcher.fetch(location, fetcher.resolve(location, context), root, context);
  }

  private Payload fetchAt(String url, String commit) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation location = location(url, commit, "vpc", "true");
    return fetcher.fetch(location, fetcher.pinned(location).orElseThrow(), root, context);
  }

  private static SourceLocation location(String url, String ref, String subdir, String submodules) {
    return new SourceLocation(
        "git",
        url,
        Optional.of(ref),
        subdir,
        Optional.empty(),
        Optional.empty(),
        submodules.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of("submodules", submodules)),
        new Coordinates("com.example", "repo"));
  }
}
