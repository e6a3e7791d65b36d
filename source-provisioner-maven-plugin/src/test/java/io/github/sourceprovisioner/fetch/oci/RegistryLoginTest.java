package io.github.sourceprovisioner.fetch.oci;

import static io.github.sourceprovisioner.fetch.oci.Push.TAR_GZ;
import static io.github.sourceprovisioner.server.DockerRegistry.PASSWORD;
import static io.github.sourceprovisioner.server.DockerRegistry.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Logins;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.fetch.oci.docker.DockerLogins;
import io.github.sourceprovisioner.fixture.ShellProgram;
import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.server.DockerRegistry;
import io.github.sourceprovisioner.server.PrivateAuthority;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.web.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RegistryLoginTest {

  private static final Map<String, String> CONTENT = Map.of("main.tf", "one");

  private Path directory;
  private Path storage;

  @BeforeEach
  void push(@TempDir Path root) throws Exception {
    directory = root;
    storage = Files.createDirectory(root.resolve("storage"));
    try (DockerRegistry open = DockerRegistry.open(storage)) {
      Push push = new Push(open.name(), "acme/vpc");
      push.artifact("1", "application/vnd.acme", push.layer(TAR_GZ, Push.tarGz("main.tf", "one")));
    }
  }

  private Client client() throws IOException {
    return new Client(directory.resolve("client"));
  }

  private AccessDenied denied(Client client, DockerRegistry registry) {
    return catchThrowableOfType(
        AccessDenied.class, () -> client.files(registry.name(), "acme/vpc", "1"));
  }

  @Test
  void aPasswordIsShownOnceTheRegistryAsksForIt() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(storage)) {
      Client client = client().as(USER, PASSWORD);
      assertThat(client.files(registry.name(), "acme/vpc", "1")).isEqualTo(CONTENT);
      assertThat(client.context.requests).hasSize(3);
      assertThat(client.context.notes)
          .isNotEmpty()
          .allMatch(note -> note.equals("with the credential of <server> registry"));
    }
  }

  @Test
  void aWrongPasswordIsTriedOnceAndNamedByItsServer() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(storage)) {
      Client client = client().as(USER, "CANARY");
      AccessDenied failure = denied(client, registry);
      assertThat(failure)
          .hasMessage(
              registry.name()
                  + " refuses access to acme/vpc with the credential of <server> registry");
      assertThat(failure.advice())
          .containsExactly(
              "check that its password or token is valid and may pull from it",
              "check the spelling: many registries answer so for what does not exist");
      assertThat(client.context.requests).hasSize(2);
      assertThat(client.context.notes + "" + failure.problem()).doesNotContain("CANARY");
    }
  }

  @Test
  void nobodyIsToldHowToBecomeSomebody() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(storage)) {
      AccessDenied failure = denied(client(), registry);
      assertThat(failure)
          .hasMessage(
              registry.name()
                  + " refuses access to acme/vpc, and no credential is configured for it");
      assertThat(failure.advice())
          .containsExactly(
              "add a <server> with the id " + registry.name() + " to settings.xml",
              "log in with docker login " + registry.name(),
              "check the spelling: many registries answer so for what does not exist");
    }
  }

  @Test
  void theLoginOfDockerIsUsedWhereNothingElseIsConfigured() throws Exception {
    Login ann = Login.password(new Credential("~/.docker/config.json", USER, PASSWORD));
    Client client =
        new Client(
            directory.resolve("client"),
            (registry, repository, context) -> new Visitor(Optional.of(ann), List.of()),
            Trust.jvm());
    try (DockerRegistry registry = DockerRegistry.withPassword(storage)) {
      assertThat(client.files(registry.name(), "acme/vpc", "1")).isEqualTo(CONTENT);
      client.as(USER, "CANARY");
      assertThat(denied(client, registry)).hasMessageContaining("<server> registry");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLoginThatIsKeptByAProgramIsUsedIfTheUserAllowsIt() throws Exception {
    Files.createDirectory(directory.resolve(".docker"));
    Files.writeString(directory.resolve(".docker/config.json"), "{\"credsStore\":\"keys\"}");
    String answer = "{\"Username\":\"" + USER + "\",\"Secret\":\"" + PASSWORD + "\"}";
    ShellProgram.write(directory, "docker-credential-keys", "cat >&2", "echo '" + answer + "'");
    Logins logins = DockerLogins.of(Map.of("PATH", directory.toString()), directory);
    Client client = new Client(directory.resolve("client"), logins, Trust.jvm());
    Client stranger = new Client(directory.resolve("stranger"), logins, Trust.jvm());
    client.context.credentialProgramsAllowed = true;
    try (DockerRegistry registry = DockerRegistry.withPassword(storage)) {
      assertThat(denied(stranger, registry).advice().get(0))
          .startsWith("allow it with -Dsource.allowCredentialPrograms=true");
      assertThat(client.files(registry.name(), "acme/vpc", "1")).isEqualTo(CONTENT);
      assertThat(client.context.notes)
          .contains("with the credential of docker-credential-keys")
          .noneMatch(note -> note.contains(PASSWORD));
    }
  }

  @Test
  void aLoginThatIsKeptByAProgramIsSaid() throws Exception {
    Client client =
        new Client(
            directory.resolve("client"),
            (registry, repository, context) ->
                new Visitor(Optional.empty(), List.of("ask the program")),
            Trust.jvm());
    try (DockerRegistry registry = DockerRegistry.withPassword(storage)) {
      assertThat(denied(client, registry).advice())
          .containsExactly(
              "ask the program",
              "add a <server> with the id " + registry.name() + " to settings.xml",
              "check the spelling: many registries answer so for what does not exist");
    }
  }

  @Test
  void whatIsConfiguredForTheHostAloneCountsToo() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(storage)) {
      Client client = client();
      client.context.credentials.put(
          Origin.of("https://" + registry.name()).orElseThrow(),
          new Credential("netrc", USER, PASSWORD));
      assertThat(client.files(registry.name(), "acme/vpc", "1")).isEqualTo(CONTENT);
    }
  }

  @Test
  void aRegistryOnThisMachineMaySpeakTls() throws Exception {
    PrivateAuthority authority = PrivateAuthority.create(directory.resolve("authority"));
    Client client =
        new Client(
            directory.resolve("client"),
            (registry, repository, context) -> Visitor.STRANGER,
            Trust.jvmAnd(authority.certificate()));
    try (DockerRegistry registry = DockerRegistry.overTls(storage, authority.valid())) {
      assertThat(client.files(registry.name(), "acme/vpc", "1")).isEqualTo(CONTENT);
      assertThat(client.context.requests.subList(0, 2))
          .containsExactly("http:/v2/acme/vpc/manifests/1", "https:/v2/acme/vpc/manifests/1");
      assertThat(client.context.requests).hasSize(3);
    }
  }
}
