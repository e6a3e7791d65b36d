package io.github.sourceprovisioner.fetch.git;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, a host is who the JVM trusts it to be, or nothing comes. */
class PrivateAuthorityTest {

  /** Run in a JVM of its own: prints what comes from every URL, or why nothing comes. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) throws Exception {
      for (int i = 1; i < args.length; i++) {
        try {
          System.out.println(new Client(Path.of(args[0], "" + i)).files(args[i], "v1", "vpc"));
        } catch (ProvisioningException e) {
          System.out.println(e.getMessage().replaceAll("127.*", "it"));
        }
      }
    }
  }

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
      assertThat(trusting(authority, root, nginx).lines())
          .containsExactly(
              "{f main.tf=one}", "no trusted connection to it", "no trusted connection to it");
    }
  }

  private static String trusting(PrivateAuthority authority, Path root, NginxGit nginx)
      throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djavax.net.ssl.trustStore=" + authority.trustStore(),
                    "-Djavax.net.ssl.trustStorePassword=" + PrivateAuthority.PASSWORD,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Program.class.getName(),
                    root.resolve("clients").toString(),
                    nginx.url(Tls.VALID, Door.OPEN, "r.git"),
                    nginx.url(Tls.EXPIRED, Door.OPEN, "r.git"),
                    nginx.url(Tls.OTHER_HOST, Door.OPEN, "r.git")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }
}
