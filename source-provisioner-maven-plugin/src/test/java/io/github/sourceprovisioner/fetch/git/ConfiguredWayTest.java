package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.fetch.git.config.UserConfiguration;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.PrivateAuthority;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The little of the user's git configuration that counts, with real servers. */
class ConfiguredWayTest {

  private Path root;
  private TestContext context;

  @BeforeEach
  void create(@TempDir Path directory) throws Exception {
    root = directory;
    context = new TestContext(Files.createDirectory(root.resolve("store")));
    Upstream upstream = Upstream.create(root.resolve("repos/modules.git"));
    upstream.commit("main", Map.of("vpc/main.tf", "one"));
  }

  @Test
  void aMirrorIsAskedInsteadOfTheHost() throws Exception {
    try (ReferenceGitServer server =
        new ReferenceGitServer(root.resolve("repos"), ReferenceGitServer.program())) {
      configure("[url \"%s\"]\n\tinsteadOf = https://git.example.com/acme/", server.url(""));

      assertThat(files("https://git.example.com/acme/modules.git"))
          .containsExactly(Map.entry("f main.tf", "one"));
    }
  }

  @Test
  void aMirrorIsCheckedLikeWhatAUserWrites() throws Exception {
    configure("[url \"http://mirror.example.com/\"]\n\tinsteadOf = https://git.example.com/", "");

    assertThatThrownBy(() -> files("https://git.example.com/modules.git"))
        .isInstanceOf(InvalidStack.class)
        .hasMessage("http:// can be read and changed by anyone on the way");
  }

  @Test
  void whatCannotBeUnderstoodIsSaidOnceARun() throws Exception {
    try (ReferenceGitServer server =
        new ReferenceGitServer(root.resolve("repos"), ReferenceGitServer.program())) {
      configure("[broken", "");
      List<String> notes = configuration().notes();
      assertThat(notes).hasSize(1);

      files(server.url("modules.git"));

      assertThat(context.notes).filteredOn(notes::contains).hasSize(1);
    }
  }

  @Test
  void anAuthorityOfTheCompanyIsTrusted() throws Exception {
    PrivateAuthority authority = PrivateAuthority.create(Files.createDirectory(root.resolve("ca")));
    try (NginxGit nginx = NginxGit.start(root.resolve("repos"), authority)) {
      configure("[http]\n\tsslCAInfo = %s", authority.certificate());

      assertThat(files(nginx.url(NginxGit.Tls.VALID, NginxGit.Door.OPEN, "modules.git")))
          .containsExactly(Map.entry("f main.tf", "one"));
    }
  }

  private void configure(String text, Object value) throws Exception {
    Files.writeString(root.resolve("config"), text.formatted(value) + "\n");
  }

  private UserConfiguration configuration() {
    Map<String, String> environment =
        Map.of("GIT_CONFIG_GLOBAL", root.resolve("config").toString());
    return UserConfiguration.read(environment, root);
  }

  private Map<String, String> files(String url) throws Exception {
    UserConfiguration user = configuration();
    GitFetcher fetcher =
        new GitFetcher(new Sessions(InstantSource.system(), new HostNetwork(), () -> user));
    SourceLocation location = location(url, "main", "vpc");
    Revision revision = fetcher.resolve(location, context);
    return Delivered.read(fetcher.fetch(location, revision, root, context));
  }
}
