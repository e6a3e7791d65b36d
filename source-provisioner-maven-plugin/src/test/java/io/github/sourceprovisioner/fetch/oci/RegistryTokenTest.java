package io.github.sourceprovisioner.fetch.oci;

import static io.github.sourceprovisioner.fetch.oci.Push.TAR_GZ;
import static io.github.sourceprovisioner.server.DockerRegistry.PASSWORD;
import static io.github.sourceprovisioner.server.DockerRegistry.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.server.DockerRegistry;
import io.github.sourceprovisioner.server.PrivateAuthority;
import io.github.sourceprovisioner.server.TokenIssuer;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.web.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTokenTest {

  private static final Map<String, String> CONTENT = Map.of("main.tf", "one");

  private static Path authority;
  private static PrivateAuthority.Identity identity;

  private Path directory;
  private TokenIssuer issuer;
  private DockerRegistry registry;

  @BeforeAll
  static void certify(@TempDir Path keys) throws IOException {
    PrivateAuthority all = PrivateAuthority.create(keys);
    authority = all.certificate();
    identity = all.valid();
  }

  @BeforeEach
  void start(@TempDir Path root) throws Exception {
    directory = root;
    Path storage = Files.createDirectory(root.resolve("storage"));
    try (DockerRegistry open = DockerRegistry.open(storage)) {
      for (String repository : new String[] {"acme/vpc", "public/vpc"}) {
        Push push = new Push(open.name(), repository);
        String layer = push.layer(TAR_GZ, Push.tarGz("main.tf", "one"));
        push.artifact("1", "application/vnd.acme", layer);
        push.artifact("2", "application/vnd.acme.other", layer);
      }
    }
    issuer = TokenIssuer.start(authority, identity);
    registry = DockerRegistry.withTokens(storage, issuer);
  }

  @AfterEach
  void stop() {
    registry.close();
    issuer.close();
  }

  private Client client() throws IOException {
    return new Client(directory.resolve("client"));
  }

  private Map<String, String> files(Client client, String repository, String tag)
      throws IOException, InterruptedException {
    return client.files(registry.name(), repository, tag);
  }

  @Test
  void everybodyMayReadWhatIsPublic() throws Exception {
    assertThat(files(client(), "public/vpc", "1")).isEqualTo(CONTENT);
    assertThat(issuer.purchases()).containsExactly("GET public/vpc null");
  }

  @Test
  void aPasswordBuysOneTokenForARepositoryAndARun() throws Exception {
    Client client = client().as(USER, PASSWORD);
    assertThat(files(client, "acme/vpc", "1")).isEqualTo(CONTENT);
    assertThat(files(client, "acme/vpc", "2")).isEqualTo(CONTENT);
    assertThat(issuer.purchases()).hasSize(1);
    assertThat(issuer.purchases().get(0)).startsWith("GET acme/vpc Basic ");
    assertThat(client.context.requests).hasSize(6);
  }

  @Test
  void anIdentityTokenBuysOneToo() throws Exception {
    Client client = with(TokenIssuer.IDENTITY_TOKEN);
    assertThat(files(client, "acme/vpc", "1")).isEqualTo(CONTENT);
    assertThat(issuer.purchases()).containsExactly("POST acme/vpc null");
  }

  @Test
  void anIdentityTokenThatIsNotTakenIsNamedByItsFile() throws Exception {
    AccessDenied failure =
        catchThrowableOfType(AccessDenied.class, () -> files(with("CANARY"), "acme/vpc", "1"));
    assertThat(failure).hasMessageEndingWith("with the credential of ~/.docker/config.json");
    assertThat(failure.problem().toString()).doesNotContain("CANARY");
  }

  @Test
  void aTokenThatExpiredIsReplacedOnce() throws Exception {
    Client client = client().as(USER, PASSWORD);
    issuer.validFor(Duration.ofMinutes(-30));
    assertThat(catchThrowableOfType(AccessDenied.class, () -> files(client, "acme/vpc", "1")))
        .hasMessageContaining(
            "refuses access to acme/vpc with the credential of <server> registry");
    assertThat(issuer.purchases()).hasSize(1);
    issuer.validFor(Duration.ofMinutes(5));
    assertThat(files(client, "acme/vpc", "1")).isEqualTo(CONTENT);
    assertThat(issuer.purchases()).hasSize(2);
  }

  @Test
  void aTokenWithoutRightsIsNoSecret() throws Exception {
    AccessDenied failure =
        catchThrowableOfType(AccessDenied.class, () -> files(client(), "acme/vpc", "1"));
    assertThat(failure).hasMessageEndingWith("and no credential is configured for it");
    assertThat(failure.advice())
        .contains("add a <server> with the id " + registry.name() + " to settings.xml");
  }

  @Test
  void aWrongPasswordIsSaidByTheTokenService() throws Exception {
    AccessDenied failure =
        catchThrowableOfType(
            AccessDenied.class, () -> files(client().as(USER, "CANARY"), "acme/vpc", "1"));
    assertThat(failure)
        .hasMessage(
            registry.name()
                + " refuses access to acme/vpc with the credential of <server> registry");
    assertThat(failure.problem().toString()).doesNotContain("CANARY");
  }

  private Client with(String identityToken) throws IOException {
    Credential credential = new Credential("~/.docker/config.json", "", identityToken);
    Login login = new Login(credential, Login.Kind.IDENTITY_TOKEN);
    return new Client(
        directory.resolve("client"),
        (registry, repository, context) -> new Visitor(Optional.of(login), List.of()),
        Trust.jvm());
  }
}
