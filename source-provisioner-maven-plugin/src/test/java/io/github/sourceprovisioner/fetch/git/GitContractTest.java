package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fixture.Written;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Detours;
import io.github.sourceprovisioner.server.Upstream;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.FetcherContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class GitContractTest extends FetcherContract {

  /** Where the content of an answer starts; a pack is compressed. */
  private static final String PACK = "PACK";

  private final Map<String, Upstream> repositories = new HashMap<>();
  private final Detours detours = new Detours();
  private GitServer server;

  @BeforeEach
  void start() throws Exception {
    server = new GitServer(upstream());
  }

  @Override
  protected Fetcher fetcher() {
    return new GitFetcher();
  }

  @Override
  protected SourceLocation serve(String name, Map<String, String> files) throws IOException {
    commit(name, files);
    return at(server.port(), name, "");
  }

  @Override
  protected SourceLocation pinned(Map<String, String> files) throws IOException {
    return at(server.port(), "pinned", "?ref=" + commit("pinned", files));
  }

  @Override
  protected SourceLocation missing() {
    return at(server.port(), "missing", "");
  }

  @Override
  protected SourceLocation refusing(Runnable refused) throws IOException {
    String who = "WWW-Authenticate: Basic realm=\"x\"";
    return at(detours.refusing("401 Who", who, refused), "private", "");
  }

  @Override
  protected SourceLocation breaking(Map<String, String> files, Runnable broken) throws IOException {
    commit("broken", files);
    return at(detours.breaking(server.port(), PACK, broken), "broken", "");
  }

  @Override
  protected SourceLocation hanging(Map<String, String> files, Runnable silent) throws IOException {
    commit("silent", files);
    return at(detours.hanging(server.port(), PACK, silent), "silent", "");
  }

  @Override
  protected void stop() throws IOException {
    detours.close();
    server.close();
  }

  private String commit(String name, Map<String, String> files) throws IOException {
    Path directory = upstream().resolve(name + ".git");
    if (!repositories.containsKey(name)) {
      repositories.put(name, Upstream.create(directory));
    }
    return repositories.get(name).commit("main", files);
  }

  private static SourceLocation at(int port, String name, String ref) {
    return Written.at("git::http://127.0.0.1:" + port + "/" + name + ".git" + ref);
  }
}
