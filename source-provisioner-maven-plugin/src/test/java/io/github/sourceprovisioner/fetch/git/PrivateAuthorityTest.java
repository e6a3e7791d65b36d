package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
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

/** Over TLS, a host is who the JVM trusts it to be, or nothing comes. */
class PrivateAuthorityTest {

  @Test
  void onlyTheValidIdentityOfATrustedAuthorityIsBelieved(@TempDir Path root) throws Exception {
    Path served = Files.createDirectory(root.resolve("served"));
    Upstream upstream = Upstream.create(served.resolve("r.git"));
    upstream.commit("main", Map.of("vpc/main.tf", "one"));
    upstream.git("tag", "v1");
    PrivateAuthority authority = PrivateAuthority.create(root.resolve("authority"));
    try (NginxGit nginx = NginxGit.start(served, authority)) {
      String valid = nginx.url(Tls.VALID, Door.OPEN, "r.git");
      ProvisioningException stranger =
          new Client(root.resolve("stranger")).failure(TransferFailed.class, valid, "v1");
      assertThat(stranger).hasMessageStartingWith("no trusted connection to 127.0.0.1:");
      assertThat(stranger.advice())
          .containsExactly("add its certificate authority to the trust store of the JVM");
      assertThat(
              trusting(authority)
                  .fetch(
                      root.resolve("stores"),
                      "v1",
                      valid,
                      nginx.url(Tls.EXPIRED, Door.OPEN, "r.git"),
                      nginx.url(Tls.OTHER_HOST, Door.OPEN, "r.git")))
          .extracting(line -> line.replaceAll("127[0-9.:]*", "HOST"))
          .containsExactly(
              "1 files, 3 bytes",
              "the certificate of HOST is not valid at this time"
                  + " [check the clock of this machine, or have the certificate renewed]",
              "the certificate of HOST does not fit this host"
                  + " [ask for the name that stands in the certificate]");
    }
  }

  private static ForkedJvm trusting(PrivateAuthority authority) throws Exception {
    return new ForkedJvm(
        "-Djavax.net.ssl.trustStore=" + authority.trustStore(),
        "-Djavax.net.ssl.trustStorePassword=" + PrivateAuthority.PASSWORD);
  }
}
