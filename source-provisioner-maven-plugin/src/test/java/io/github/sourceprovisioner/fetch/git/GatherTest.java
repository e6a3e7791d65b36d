package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run wants of a repository comes in as many requests as one directory of it. */
class GatherTest {

  private Path root;
  private BareRepository repository;
  private ReferenceGitServer server;
  private TestContext context;
  private final List<ObjectId> commits = new ArrayList<>();

  @BeforeEach
  void serve(@TempDir Path repositories, @TempDir Path store) throws Exception {
    root = repositories;
    server = new ReferenceGitServer(root, ReferenceGitServer.program());
    context = new TestContext(store);
    repository = new BareRepository(root.resolve("modules.git"));
    for (int version = 1; version <= 6; version++) {
      Map<String, String> files = new TreeMap<>();
      for (int module = 0; module < 40; module++) {
        files.put("modules/m" + module + "/main.tf", ServedRepository.noise(module));
      }
      files.put("modules/m0/version.tf", "version " + version);
      commits.add(repository.commit(files));
      repository.ref("refs/tags/v" + version, commits.get(version - 1));
    }
    repository.ref("refs/heads/main", commits.get(5));
    allowFilter(true);
  }

  @AfterEach
  void stop() {
    server.close();
    repository.close();
  }

  @Test
  void fiftyDirectoriesAtFiveTagsComeInFourRequests() throws Exception {
    List<SourceLocation> wanted = new ArrayList<>();
    for (int version = 1; version <= 5; version++) {
      for (int module = 0; module < 10; module++) {
        wanted.add(at("v" + version, "modules/m" + module));
      }
    }
    assertThat(run(wanted)).isEqualTo(50);
    assertThat(server.requests)
        .as("what the host can do, refs, commits with trees, files")
        .hasSize(4);
    assertThat(context.requests).hasSize(4);
    assertThat(context.bytes).isBetween(900_000L, 1_200_000L);
    assertThat(context.notes).contains("protocol v2: depth 1, blob:none");
  }

  @Test
  void anotherVersionCostsWhatChangedAndNothingElse() throws Exception {
    run(List.of(at("v1", "modules/m0"), at("v1", "modules/m1")));
    context.bytes = 0;
    assertThat(run(List.of(at("v6", "modules/m0"), at("v6", "modules/m1")))).isEqualTo(2);
    assertThat(context.bytes).as("three small trees and a small file").isLessThan(3_000);
  }

  @Test
  void whatIsThereIsNotAskedForAgain() throws Exception {
    Map<SourceLocation, Revision> wanted = pinned(at(commits.get(0).name(), "modules/m0"));
    new GitFetcher().gather(wanted, context);
    server.requests.clear();
    new GitFetcher().gather(wanted, context);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aDirectoryThatIsNotThereDoesNotKeepTheOthersFromComing() throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation good = at(commits.get(0).name(), "modules/m0");
    SourceLocation bad = at(commits.get(0).name(), "modules/none");
    SourceLocation ambiguous = at(commits.get(0).name(), "modules/m*");
    fetcher.gather(pinned(bad, ambiguous, good), context);
    server.requests.clear();
    assertThat(read(fetcher.fetch(good, fetcher.pinned(good).get(), root, context))).hasSize(2);
    assertThat(server.requests).isEmpty();
    assertThatThrownBy(() -> fetcher.fetch(bad, fetcher.pinned(bad).get(), root, context))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage("the subdirectory modules/none is not found");
  }

  @Test
  void aCommitThatTheHostHasNotIsLeftToWhoeverFetchesIt() throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation good = at(commits.get(0).name(), "modules/m0");
    SourceLocation gone = at("1".repeat(40), "modules/m0");
    fetcher.gather(pinned(gone, good), context);
    assertThat(read(fetcher.fetch(good, fetcher.pinned(good).get(), root, context))).hasSize(2);
    assertThatThrownBy(() -> fetcher.fetch(gone, fetcher.pinned(gone).get(), root, context))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage("the host does not hand out commit " + "1".repeat(40));
  }

  @Test
  void aHostThatCannotFilterSendsAllFilesOfTheCommitsAtOnce() throws Exception {
    allowFilter(false);
    assertThat(run(List.of(at("v1", "modules/m0"), at("v2", "modules/m1")))).isEqualTo(2);
    assertThat(server.requests).hasSize(3);
    assertThat(context.notes).contains("protocol v2: depth 1, with all files");
  }

  @Test
  void aListOfCompleteCommitsThatLiesCostsARequestAndNoFile() throws Exception {
    String lie = commits.get(4).name() + " trees\n" + "rubbish\n" + "f".repeat(40) + " files\n";
    Files.writeString(context.store().resolve("complete"), lie);
    assertThat(run(List.of(at("v5", "modules/m0"), at("v6", "modules/m0")))).isEqualTo(2);
  }

  /** How many came, after all was gathered and nobody was asked again. */
  private int run(List<SourceLocation> wanted) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    fetcher.expect(wanted);
    Map<SourceLocation, Revision> revisions = new LinkedHashMap<>();
    for (SourceLocation location : wanted) {
      revisions.put(location, fetcher.resolve(location, context));
    }
    fetcher.gather(revisions, context);
    int before = server.requests.size();
    int came = 0;
    for (Map.Entry<SourceLocation, Revision> one : revisions.entrySet()) {
      Map<String, String> files = read(fetcher.fetch(one.getKey(), one.getValue(), root, context));
      came += files.containsKey("f main.tf") ? 1 : 0;
    }
    assertThat(server.requests).hasSize(before);
    return came;
  }

  private static Map<SourceLocation, Revision> pinned(SourceLocation... locations) {
    Map<SourceLocation, Revision> revisions = new LinkedHashMap<>();
    for (SourceLocation location : locations) {
      String id = location.ref().orElseThrow();
      revisions.put(location, new Revision(id, Stability.FIXED, Optional.empty()));
    }
    return revisions;
  }

  private SourceLocation at(String ref, String subdir) {
    return location(server.url("modules.git"), ref, subdir);
  }

  private void allowFilter(boolean allowed) throws Exception {
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowFilter", allowed);
    repository.repository.getConfig().save();
  }
}
