package io.github.sourceprovisioner.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.NginxGit.Tls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers do for git itself what our tests take for granted. */
class ServersTest {

  private static final String REFS = "/info/refs?service=git-upload-pack";

  private Path root;
  private Path served;
  private Upstream upstream;
  private String commit;

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    root = directory;
    served = Files.createDirectory(root.resolve("served"));
    upstream = Upstream.create(served.resolve("r.git"));
    commit = upstream.commit("main", Map.of("a", "one", "x:b", "two", "l:c", "a"));
  }

  @Test
  void aRepositoryHoldsWhatWasCommitted() throws IOException {
    upstream.commit("main", Map.of("d", "three", "m:e", commit));
    assertThat(upstream.git("ls-tree", "--format=%(objectmode) %(path)", commit).lines())
        .containsExactly("100644 a", "100755 b", "120000 c");
    assertThat(upstream.git("ls-tree", "--format=%(objectmode) %(path)", "main").lines())
        .containsExactly("100644 d", "160000 e");
    assertThat(upstream.id("main^")).isEqualTo(commit);
  }

  @Test
  void everyDoorOfNginxOpensToItsOwnKeyOnly() throws IOException {
    try (NginxGit nginx = NginxGit.start(served)) {
      assertThat(heads(nginx.url(Door.OPEN, "r.git"))).contains(commit);
      assertThat(heads(nginx.url(Door.SLOW, "r.git"))).contains(commit);
      String basic = nginx.url(Door.BASIC, "r.git");
      assertThatThrownBy(() -> heads(basic)).hasMessageContaining("could not read Username");
      String user = NginxGit.USER + ":" + NginxGit.PASSWORD + "@";
      assertThat(heads(basic.replace("//", "//" + user))).contains(commit);
      String bearer = nginx.url(Door.BEARER, "r.git");
      assertThatThrownBy(() -> heads(bearer)).hasMessageContaining("could not read Username");
      String header = "http.extraHeader=Authorization: Bearer " + NginxGit.TOKEN;
      assertThat(upstream.git("-c", header, "ls-remote", bearer)).contains(commit);
      assertThat(nginx.requestsToTheEnd())
          .contains("GET /open/r.git" + REFS + " 200 -", "GET /basic/r.git" + REFS + " 401 -");
    }
  }

  @Test
  void oneDoorSpeaksTheOldProtocolOnly() throws Exception {
    try (NginxGit nginx = NginxGit.start(served)) {
      assertThat(asked(nginx.url(Door.OPEN, "r.git"))).contains("version 2");
      assertThat(asked(nginx.url(Door.OLD_PROTOCOL, "r.git")))
          .contains("refs/heads/main")
          .doesNotContain("version 2");
    }
  }

  @Test
  void overTlsOnlyTheValidIdentityIsTrustedAndOnlyUnderTheAuthority() throws IOException {
    PrivateAuthority authority = PrivateAuthority.create(root.resolve("authority"));
    String trust = "http.sslCAInfo=" + authority.certificate();
    try (NginxGit nginx = NginxGit.start(served, authority)) {
      String valid = nginx.url(Tls.VALID, Door.OPEN, "r.git");
      assertThat(upstream.git("-c", trust, "ls-remote", valid)).contains(commit);
      assertThatThrownBy(() -> heads(valid)).hasMessageContaining("certificate");
      for (Tls tls : new Tls[] {Tls.EXPIRED, Tls.OTHER_HOST}) {
        String url = nginx.url(tls, Door.OPEN, "r.git");
        assertThatThrownBy(() -> upstream.git("-c", trust, "ls-remote", url))
            .hasMessageContaining("certificate");
      }
    }
  }

  @Test
  void theDaemonOfGitServes() throws IOException {
    try (GitDaemon daemon = GitDaemon.start(served)) {
      assertThat(heads(daemon.url("r.git"))).contains(commit);
    }
  }

  @Test
  void sshLetsTheOneKeyInAndIsWhoItSays() throws IOException {
    Path directory = Files.createDirectory(root.resolve("ssh"));
    try (Sshd sshd = Sshd.start(directory)) {
      Path known = Files.writeString(directory.resolve("known"), sshd.knownHost() + "\n");
      Path wrong = Files.writeString(directory.resolve("wrong"), sshd.impostor() + "\n");
      String url = sshd.url(upstream.directory());
      assertThat(upstream.git("-c", ssh(sshd.key(), known), "ls-remote", url)).contains(commit);
      assertThatThrownBy(
              () -> upstream.git("-c", ssh(sshd.strangersKey(), known), "ls-remote", url))
          .hasMessageContaining("Permission denied");
      assertThatThrownBy(() -> upstream.git("-c", ssh(sshd.key(), wrong), "ls-remote", url))
          .hasMessageContaining("Host key verification failed");
    }
  }

  private String heads(String url) throws IOException {
    return upstream.git("ls-remote", url);
  }

  private static String ssh(Path key, Path knownHosts) {
    return "core.sshCommand=ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -i "
        + key
        + " -o UserKnownHostsFile="
        + knownHosts;
  }

  private static String asked(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url + REFS))
                .header("Git-Protocol", "version=2")
                .build(),
            BodyHandlers.ofString())
        .body();
  }
}
