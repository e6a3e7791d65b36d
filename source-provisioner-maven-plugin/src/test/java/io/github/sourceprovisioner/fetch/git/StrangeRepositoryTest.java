package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.server.NginxGit.Door;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Repositories that git knows and few have met. */
class StrangeRepositoryTest extends BehindNginx {

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
