package io.github.sourceprovisioner.mojo.maven.shared;

import static io.github.sourceprovisioner.mojo.maven.shared.Resolver.ZIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.server.NginxRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenSharedDeploymentTest {

  private NginxRepository server;
  private Resolver build;
  private Path zip;
  private Path copy;

  @BeforeEach
  void start(@TempDir Path home) throws IOException {
    server = NginxRepository.start();
    build = new Resolver(home);
    zip = Files.writeString(home.resolve("zip"), "content\n");
    copy = home.resolve("copy");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private MavenSharedDeployment team() {
    return build.deployment(server.url("team"));
  }

  @Test
  void aFileIsAddedWithItsChecksumsAndWithoutAListOfVersions() throws IOException {
    team().upload(ZIP, zip, build);

    assertThat(server.files())
        .containsExactly(
            "g/h/a/r1/a-r1-sub.zip", "g/h/a/r1/a-r1-sub.zip.md5", "g/h/a/r1/a-r1-sub.zip.sha1");
    assertThat(build.heard).contains("received 8", "completed");
  }

  @Test
  void whatWasMissingOnceIsFoundOnceItIsThere() {
    assertThat(team().download(ZIP, copy, build)).isFalse();
    assertThat(copy).doesNotExist();
    team().upload(ZIP, zip, build);

    assertThat(team().download(ZIP, copy, build)).isTrue();
    assertThat(copy).hasContent("content\n");
  }

  @Test
  void mirrorsAreForLooking() throws IOException {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    mirrors.add("mirror", "http://127.0.0.1:9/nobody", "default", false, "*", "*");
    build.session.setMirrorSelector(mirrors);

    team().upload(ZIP, zip, build);

    assertThat(server.files()).isNotEmpty();
  }

  @Test
  void whoMayNotWriteIsToldWhichServerToCheck() {
    build.login("somebody-else", NginxRepository.PASSWORD);

    assertThatThrownBy(() -> team().upload(ZIP, zip, build))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("401")
        .extracting(e -> ((AccessDenied) e).advice().get(0))
        .isEqualTo("check <server><id>team</id>…</server> in settings.xml");
  }

  @Test
  void aServerThatFailsIsAFailedTransfer() {
    assertThatThrownBy(() -> build.deployment(server.url("broken")).upload(ZIP, zip, build))
        .isInstanceOf(TransferFailed.class)
        .hasMessageContaining("500");
    assertThatThrownBy(() -> build.deployment(server.url("broken")).download(ZIP, copy, build))
        .isInstanceOf(TransferFailed.class);
  }

  @Test
  void aUrlThatNobodyServesIsAFailedTransfer() {
    assertThatThrownBy(() -> build.deployment("gopher://team/x").download(ZIP, copy, build))
        .isInstanceOf(TransferFailed.class)
        .extracting(e -> ((TransferFailed) e).advice().get(0))
        .isEqualTo("check the URL of the shared repository, and that it answers: gopher://team/x");
  }
}
