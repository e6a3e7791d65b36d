package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository with two commits behind git's own server, and somebody who fetches from it. */
class BehindNginx {

  Path served;
  NginxGit nginx;
  Upstream upstream;
  Client client;
  String first;
  String second;

  @BeforeEach
  void serve(@TempDir Path root) throws Exception {
    served = Files.createDirectory(root.resolve("served"));
    upstream = Upstream.create(served.resolve("r.git"));
    first = upstream.commit("main", Map.of("a", "one"));
    second = upstream.commit("main", Map.of("a", "two"));
    nginx = NginxGit.start(served);
    client = new Client(root.resolve("client"));
  }

  @AfterEach
  void stop() throws Exception {
    nginx.close();
  }
}
