package io.github.sourceprovisioner.fetch.oci;

import static io.github.sourceprovisioner.fetch.oci.Push.TAR_GZ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.DockerRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealRegistryTest {

  private static final String MODULE = "application/vnd.opentofu.modulepkg";

  private DockerRegistry registry;
  private Push push;
  private Client client;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    registry = DockerRegistry.open(Files.createDirectory(directory.resolve("storage")));
    push = new Push(registry.name(), "acme/vpc");
    client = new Client(directory.resolve("client"));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private String module(String tag) throws Exception {
    byte[] zip = Push.zip(Map.of("main.tf", "root", "modules/a/a.tf", "a", "modules/b/b.tf", "b"));
    return push.artifact(tag, MODULE, push.layer("archive/zip", zip));
  }

  @Test
  void aTagMeansTheDigestOfItsManifest() throws Exception {
    String digest = module("1.0.0");
    assertThat(client.resolve(registry.name(), "acme/vpc", "1.0.0"))
        .isEqualTo(new Revision(digest, Stability.TAG, Optional.of("1.0.0")));
  }

  @Test
  void latestIsMeantWithoutATagAndMayMove() throws Exception {
    String digest = module("latest");
    Revision moving = new Revision(digest, Stability.MOVING, Optional.of("latest"));
    assertThat(client.resolve(registry.name(), "acme/vpc", "")).isEqualTo(moving);
    assertThat(client.resolve(registry.name(), "acme/vpc", "latest")).isEqualTo(moving);
  }

  @Test
  void aDigestIsTheRevisionAndNobodyIsAskedForIt() throws Exception {
    String digest = module("1.0.0");
    SourceLocation location = Client.location(registry.name(), "acme/vpc", digest, "modules/a");
    assertThat(client.fetcher.resolve(location, client.context))
        .isEqualTo(new Revision(digest, Stability.FIXED, Optional.empty()));
    assertThat(client.context.requests).isEmpty();
    assertThat(client.files(location)).isEqualTo(Map.of("a.tf", "a"));
  }

  @Test
  void aModulePackageCostsTwoRequests() throws Exception {
    module("1.0.0");
    assertThat(client.files(registry.name(), "acme/vpc", "1.0.0"))
        .isEqualTo(Map.of("main.tf", "root", "modules/a/a.tf", "a", "modules/b/b.tf", "b"));
    assertThat(client.context.requests).hasSize(2);
    assertThat(client.context.requests.get(0)).isEqualTo("http:/v2/acme/vpc/manifests/1.0.0");
    assertThat(client.context.requests.get(1)).startsWith("http:/v2/acme/vpc/blobs/sha256:");
  }

  @Test
  void layersAreUnpackedIntoOneTree() throws Exception {
    push.artifact(
        "1",
        "application/vnd.acme.stack",
        push.layer(TAR_GZ, Push.tarGz("a.tf", "one")),
        push.layer("application/vnd.oci.image.layer.v1.tar", Push.tar("b.tf", "two")),
        push.layer("application/zip", Push.zip(Map.of("c.tf", "three"))));
    assertThat(client.files(registry.name(), "acme/vpc", "1"))
        .isEqualTo(Map.of("a.tf", "one", "b.tf", "two", "c.tf", "three"));
  }

  @Test
  void singleFilesStandWhereTheirTitlesSay() throws Exception {
    String usual = "application/vnd.oci.image.layer.v1.tar";
    push.artifact(
        "1",
        "application/vnd.unknown.artifact.v1",
        push.titled(usual, "main.tf", "one".getBytes(UTF_8)),
        push.titled("text/markdown", "docs/README.md", "two".getBytes(UTF_8)),
        push.titled(usual, "more.tar.gz", Push.tarGz("more.tf", "three")));
    assertThat(client.files(registry.name(), "acme/vpc", "1"))
        .isEqualTo(Map.of("main.tf", "one", "docs/README.md", "two", "more.tf", "three"));
  }

  @Test
  void anImageOfDockerIsAnArtifactToo() throws Exception {
    String layer =
        push.layer(
            "application/vnd.docker.image.rootfs.diff.tar.gzip", Push.tarGz("main.tf", "one"));
    String config =
        push.layer("application/vnd.docker.container.image.v1+json", new byte[] {'{', '}'});
    String digest =
        push.manifest(
            "1",
            Push.DOCKER,
            "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
                .formatted(Push.DOCKER, config, layer));
    assertThat(client.resolve(registry.name(), "acme/vpc", "1").id()).isEqualTo(digest);
    assertThat(client.files(registry.name(), "acme/vpc", "1")).isEqualTo(Map.of("main.tf", "one"));
  }

  @Test
  void anIndexIsRefusedSinceNobodySaysWhichOfItsImagesIsMeant() throws Exception {
    String type = "application/vnd.oci.image.index.v1+json";
    push.manifest(
        "1", type, "{\"schemaVersion\":2,\"mediaType\":\"" + type + "\",\"manifests\":[]}");
    UnknownSource failure =
        catchThrowableOfType(
            UnknownSource.class, () -> client.resolve(registry.name(), "acme/vpc", "1"));
    assertThat(failure)
        .hasMessage("it is an index of several images, and none of them is the source");
    assertThat(failure.advice())
        .containsExactly(
            "name one of them by its digest: @sha256:…",
            "push it as one artifact with tar or zip layers, best with a current oras or tofu");
  }

  @Test
  void severalDirectoriesOfOneArtifactAreDownloadedOnce() throws Exception {
    Revision revision = new Revision(module("1.0.0"), Stability.TAG, Optional.of("1.0.0"));
    SourceLocation a = Client.location(registry.name(), "acme/vpc", "1.0.0", "modules/a");
    SourceLocation b = Client.location(registry.name(), "acme/vpc", "1.0.0", "modules/b");
    Map<SourceLocation, Revision> wanted = new LinkedHashMap<>();
    wanted.put(a, revision);
    wanted.put(b, revision);
    client.fetcher.gather(wanted, client.context);
    assertThat(client.files(a, revision)).isEqualTo(Map.of("a.tf", "a"));
    assertThat(client.files(b, revision)).isEqualTo(Map.of("b.tf", "b"));
    assertThat(client.context.requests).hasSize(2);
    assertThat(client.context.store().resolve("blobs")).isEmptyDirectory();
  }

  @Test
  void aTagThatIsMissingIsSaidWithTheNearestAndTheNewest() throws Exception {
    for (String tag : new String[] {"0.9.0", "1.0.0", "1.1.0", "1.10.0", "nightly"}) {
      module(tag);
    }
    SourceNotFound release = refusal("1.1.1", "acme/vpc");
    assertThat(release).hasMessage("there is no tag 1.1.1 in acme/vpc");
    assertThat(release.advice()).containsExactly("pick one of 1.0.0, 1.1.0, 1.10.0 (newest)");
    assertThat(refusal("nighty", "acme/vpc").advice())
        .containsExactly("pick one of nightly, 1.0.0, 1.1.0, 1.10.0 (newest)");
  }

  @Test
  void aDigestThatIsMissingIsSaid() throws Exception {
    module("1.0.0");
    String digest = "sha256:" + "0".repeat(64);
    SourceNotFound failure = refusal(digest, "acme/vpc");
    assertThat(failure).hasMessage("there is no manifest " + digest + " in acme/vpc");
    assertThat(failure.advice()).containsExactly("pick one of 1.0.0 (newest)");
  }

  @Test
  void aRepositoryThatIsMissingIsSaid() {
    SourceNotFound failure = refusal("1", "acme/vcp");
    assertThat(failure).hasMessage("there is no repository acme/vcp in " + registry.name());
    assertThat(failure.advice())
        .containsExactly(
            "check the spelling; a private repository may look the same without a credential");
  }

  private SourceNotFound refusal(String ref, String repository) {
    return catchThrowableOfType(
        SourceNotFound.class, () -> client.files(registry.name(), repository, ref));
  }
}
