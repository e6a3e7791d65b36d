package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.server.Upstream;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that has a new name for a repository is followed, and the user hears of it. */
@Timeout(60)
class RenamedRepositoryTest {

  private Path root;
  private String commit;
  private byte[] pack;

  @BeforeEach
  void create(@TempDir Path directory) throws Exception {
    root = directory;
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    commit = upstream.commit("main", Map.of("a/f", "one", "b/f", "two"));
    pack = upstream.pack("main", "main^{tree}", "main:a", "main:b", "main:a/f", "main:b/f");
  }

  @ParameterizedTest
  @CsvSource({"301 Moved Permanently", "308 Permanent Redirect"})
  void aRepositoryThatMovedForGoodIsNamedOnceARun(String status) throws Exception {
    try (ScriptedServer server = serve(status, "/new/r.git")) {
      GitFetcher fetcher = new GitFetcher();
      assertThat(warnings(fetcher, server.url("old/r.git"), "a"))
          .containsExactly(
              "the repository has moved to "
                  + server.url("new/r.git")
                  + ": write that into the URI, before the old name means another one");
      assertThat(warnings(fetcher, server.url("old/r.git"), "b")).isEmpty();
      assertThat(server.requests()).noneMatch(head -> head.startsWith("POST /old"));
    }
  }

  @ParameterizedTest
  @CsvSource({"302 Found", "307 Temporary Redirect"})
  void aDetourIsNotWorthAWord(String status) throws Exception {
    try (ScriptedServer server = serve(status, "/new/r.git")) {
      assertThat(warnings(new GitFetcher(), server.url("old/r.git"), "a")).isEmpty();
    }
  }

  @Test
  void anEndingThatTheHostAddsIsNotWorthAWord() throws Exception {
    try (ScriptedServer server = serve("301 Moved Permanently", "/old/r.git")) {
      assertThat(warnings(new GitFetcher(), server.url("old/r"), "a")).isEmpty();
    }
  }

  private ScriptedServer serve(String status, String place) throws Exception {
    Script host = GitScripts.host(Map.of(), GitScripts.pack(pack));
    String there = "Location: " + place + "/info/refs?service=git-upload-pack";
    return ScriptedServer.start(Script.http(status, "", there), host);
  }

  private List<String> warnings(GitFetcher fetcher, String url, String subdir) throws Exception {
    Client client = new Client(root.resolve("client"));
    SourceLocation location = location(url, commit, subdir);
    Payload payload =
        fetcher.fetch(location, fetcher.pinned(location).orElseThrow(), root, client.context);
    assertThat(Delivered.read(payload)).hasSize(1);
    return payload.warnings();
  }
}
