package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The way from a tag to the files of a subdirectory, as hosts build it: git behind a web server.
 */
class NginxTest {

  private static final Map<String, String> PART = Map.of("f main.tf", "one", "x run.sh", "#!");

  private NginxGit nginx;
  private Client client;

  @BeforeEach
  void serve(@TempDir Path root) throws Exception {
    Path served = Files.createDirectory(root.resolve("served"));
    Upstream upstream = Upstream.create(served.resolve("r.git"));
    String bulk = ServedRepository.noise(1);
    upstream.commit("main", Map.of("vpc/main.tf", "one", "x:vpc/run.sh", "#!", "bulk", bulk));
    upstream.git("tag", "-a", "-m", "m", "v1");
    upstream.commit("main", Map.of("vpc/main.tf", "two", "bulk", bulk));
    nginx = NginxGit.start(served);
    client = new Client(root.resolve("client"));
  }

  @AfterEach
  void stop() throws Exception {
    nginx.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "OLD_PROTOCOL", "SLOW"})
  void aSubdirectoryComesAtATag(Door door) throws Exception {
    assertThat(client.files(nginx.url(door, "r.git"), "v1", "vpc")).isEqualTo(PART);
    assertThat(client.context.failures).isEmpty();
    assertThat(client.context.bytes).isPositive();
  }

  @Test
  void ofASubdirectoryOnlyItsOwnFilesCome() throws Exception {
    client.files(nginx.url(Door.OPEN, "r.git"), "v1", "vpc");
    assertThat(client.context.bytes).isLessThan(10_000);
    assertThat(nginx.requestsToTheEnd()).hasSameSizeAs(client.context.requests);
  }

  @Test
  void aPasswordOpensTheRepository() throws Exception {
    client.with(NginxGit.USER, NginxGit.PASSWORD);
    assertThat(client.files(nginx.url(Door.BASIC, "r.git"), "v1", "vpc")).isEqualTo(PART);
  }

  @Test
  void aWrongPasswordIsShownOnceAndItsConfigurationIsNamed() throws Exception {
    client.with(NginxGit.USER, "wrong");
    ProvisioningException failure =
        client.failure(AccessDenied.class, nginx.url(Door.BASIC, "r.git"), "v1");
    assertThat(failure)
        .hasMessage("127.0.0.1:%d refuses access with the credential of work", nginx.port());
    assertThat(failure.advice())
        .contains("check that the token is valid and may read the repository");
    assertThat(nginx.requestsToTheEnd()).filteredOn(line -> line.contains("Basic")).hasSize(1);
  }

  @Test
  void withoutAPasswordTheAdviceIsWhereToPutOne() {
    ProvisioningException failure =
        client.failure(AccessDenied.class, nginx.url(Door.BASIC, "r.git"), "v1");
    assertThat(failure)
        .hasMessage(
            "127.0.0.1:%d refuses access, and no credential is configured for it", nginx.port());
    assertThat(failure.advice())
        .contains("add a <server> with the id 127.0.0.1:" + nginx.port() + " to settings.xml");
  }

  @Test
  void aTokenDoesNotOpenTheDoorAsAPassword() {
    client.with(NginxGit.USER, NginxGit.TOKEN);
    assertThat(client.failure(AccessDenied.class, nginx.url(Door.BEARER, "r.git"), "v1"))
        .hasMessage("127.0.0.1:%d refuses access with the credential of work", nginx.port());
  }
}
