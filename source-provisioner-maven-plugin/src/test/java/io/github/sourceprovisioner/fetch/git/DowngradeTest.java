package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.NginxGit;
import io.github.sourceprovisioner.server.NginxGit.Door;
import io.github.sourceprovisioner.server.NginxGit.Tls;
import io.github.sourceprovisioner.server.PrivateAuthority;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is reached over TLS cannot send us to plain HTTP, not even on this machine. */
class DowngradeTest {

  @Test
  void aRedirectFromTlsToPlainHttpIsNotFollowed(@TempDir Path root) throws Exception {
    Path served = Files.createDirectory(root.resolve("served"));
    Upstream.create(served.resolve("r.git")).commit("main", Map.of("a", "one"));
    PrivateAuthority authority = PrivateAuthority.create(root.resolve("authority"));
    try (NginxGit nginx = NginxGit.start(served, authority)) {
      ForkedJvm trusting =
          new ForkedJvm(
              "-Djavax.net.ssl.trustStore=" + authority.trustStore(),
              "-Djavax.net.ssl.trustStorePassword=" + PrivateAuthority.PASSWORD);
      assertThat(
              trusting.fetch(
                  root.resolve("stores"), "main", nginx.url(Tls.VALID, Door.DOWNGRADE, "r.git")))
          .singleElement()
          .asString()
          .doesNotContain("bytes");
      assertThat(nginx.requestsToTheEnd()).noneMatch(line -> line.contains(" /open/"));
    }
  }
}
