package io.github.sourceprovisioner.mojo.maven.shared;

import static io.github.sourceprovisioner.mojo.maven.shared.Resolver.MARKER;
import static io.github.sourceprovisioner.mojo.maven.shared.Resolver.ZIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.NginxRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real resolver against a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MavenSharedRepositoryTest {

  private static final String DIRECTORY = "g/h/a/r1/";

  private NginxRepository server;
  private Resolver build;
  private Path home;

  @BeforeAll
  void start() throws IOException {
    server = NginxRepository.start();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void build(@TempDir Path home) throws IOException {
    this.home = home;
    build = new Resolver(home);
    Files.createDirectories(server.store().resolve(DIRECTORY));
    Files.writeString(server.store().resolve(DIRECTORY + "a-r1-sub.properties"), "marker\n");
    Files.deleteIfExists(server.store().resolve(DIRECTORY + "a-r1-sub.zip"));
  }

  private MavenSharedRepository team() {
    return build.repository(server.url("team"));
  }

  @Test
  void whatIsThereIsCopiedAndTheUsersLocalRepositoryStaysAsItIs() throws IOException {
    var found = team().find(List.of(MARKER, ZIP), build);

    assertThat(found).containsOnlyKeys(MARKER);
    assertThat(found.get(MARKER)).hasContent("marker\n").startsWith(home.resolve("downloads"));
    assertThat(home.resolve("m2")).doesNotExist();
    assertThat(build.heard)
        .contains("requested " + server.url("team/") + DIRECTORY + "a-r1-sub.properties")
        .contains("received 7", "completed");
  }

  @Test
  void noChecksumsAreAskedForSinceTheMarkerHasBetterOnes() throws IOException {
    long before = server.requests().size();

    team().find(List.of(MARKER), build);

    assertThat(server.requests().stream().skip(before))
        .noneMatch(request -> request.contains(".sha1") || request.contains(".md5"));
  }

  @Test
  void whatWasMissingIsNotAskedForAgainUnlessTheUserSaysSo() throws IOException {
    team().find(List.of(ZIP), build);
    Files.writeString(server.store().resolve(DIRECTORY + "a-r1-sub.zip"), "zip\n");

    assertThat(new Resolver(home).repository(server.url("team")).find(List.of(ZIP), build))
        .isEmpty();

    Resolver asking = new Resolver(home);
    asking.session.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
    assertThat(asking.repository(server.url("team")).find(List.of(ZIP), build))
        .containsOnlyKeys(ZIP);
  }

  @Test
  void aMirrorStandsInForTheRepository() {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    mirrors.add("team", server.url("team"), "default", false, "*", "*");
    build.session.setMirrorSelector(mirrors);

    assertThat(build.repository("http://127.0.0.1:9/nobody").find(List.of(MARKER), build))
        .containsOnlyKeys(MARKER);
  }

  @ParameterizedTest
  @CsvSource({"wrong,team", "open-sesame,forbidden"})
  void aRefusalNamesTheServerOfTheSettings(String password, String path) {
    build.login("team", password);

    assertThatThrownBy(() -> build.repository(server.url(path)).find(List.of(MARKER), build))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("Could not transfer artifact g.h:a:properties:sub:r1")
        .hasMessageNotContaining(password)
        .extracting(e -> ((ProvisioningException) e).advice())
        .isEqualTo(
            List.of(
                "check <server><id>team</id>…</server> in settings.xml",
                "ask for the right to read and deploy there"));
  }

  @Test
  void aServerThatFailsIsAFailedTransferOnceABuild() {
    MavenSharedRepository broken = build.repository(server.url("broken"));

    assertThatThrownBy(() -> broken.find(List.of(MARKER), build))
        .isInstanceOf(TransferFailed.class)
        .hasMessageContaining("500")
        .extracting(e -> ((ProvisioningException) e).advice())
        .isEqualTo(
            List.of(
                "check the URL of the shared repository, and that it answers: "
                    + server.url("broken"),
                "run again with -e to see all that it said"));
    assertThat(build.repository(server.url("broken")).find(List.of(MARKER), build)).isEmpty();
    assertThat(team().find(List.of(MARKER), build)).as("another one").isNotEmpty();
  }

  @Test
  void aServerThatIsDownIsAskedAgainInTheNextBuild() {
    assertThatThrownBy(
            () -> build.repository("http://127.0.0.1:9/team").find(List.of(MARKER), build))
        .isInstanceOf(TransferFailed.class)
        .hasMessageContaining("127.0.0.1:9");
    assertThatThrownBy(
            () ->
                new Resolver(home)
                    .repository("http://127.0.0.1:9/team")
                    .find(List.of(MARKER), build))
        .isInstanceOf(TransferFailed.class);
  }
}
