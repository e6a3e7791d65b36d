package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that git knows and few have met. */
class StrangeRepositoryTest {

  private Path served;
  private NginxGit nginx;
  private Upstream upstream;
  private Client client;
  private String first;
  private String second;

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

  @Test
  void replacementsAreNotBelieved() throws Exception {
    upstream.git("replace", second, first);
    assertThat(client.files(nginx.url(Door.OPEN, "r.git"), "main", ""))
        .containsExactly(Map.entry("f a", "two"));
    assertThat(client.files(upstream.url(), "main", "")).containsExactly(Map.entry("f a", "two"));
  }

  @Test
  void graftsAreNotBelieved() throws Exception {
    Files.writeString(
        Files.createDirectories(upstream.directory().resolve("info")).resolve("grafts"),
        second + " " + "1".repeat(40) + "\n");
    assertThat(client.files(upstream.url(), "main", "")).containsExactly(Map.entry("f a", "two"));
  }

  @Test
  void aShallowRepositoryGivesWhatItHas() throws Exception {
    upstream.git("clone", "-q", "--bare", "--depth=1", upstream.url(), served + "/shallow.git");
    String url = nginx.url(Door.OPEN, "shallow.git");
    assertThat(client.files(url, "main", "")).containsExactly(Map.entry("f a", "two"));
    assertThat(client.failure(SourceNotFound.class, url, first))
        .hasMessage("the host does not hand out commit " + first);
    String local = "file://" + served + "/shallow.git";
    assertThat(client.files(local, "main", "")).containsExactly(Map.entry("f a", "two"));
    assertThat(client.failure(SourceNotFound.class, local, first))
        .hasMessage("the repository has no commit " + first);
  }
}
