package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.locate.Locators;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.server.DockerRegistry;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFormsTest {

  private DockerRegistry registry;
  private Client client;
  private String digest;

  @BeforeEach
  void push(@TempDir Path directory) throws Exception {
    registry = DockerRegistry.open(Files.createDirectory(directory.resolve("storage")));
    client = new Client(directory.resolve("client"));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdOutputStream(packed)) {
      zstd.write(Push.tar("modules/a/main.tf", "one"));
    }
    Push push = new Push(registry.name(), "acme/vpc");
    String type = "application/vnd.oci.image.layer.v1.tar+zstd";
    digest = push.artifact("1.10", "application/vnd.acme", push.layer(type, packed.toByteArray()));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oci://%s/acme/vpc:1.10//modules/a",
        "oci::%s/acme/vpc:1.10//modules/*",
        "oci://%s/acme/vpc@%s//modules/a",
        "oci://%s/acme/vpc:gone@%s//modules/a"
      })
  void whateverALocatorUnderstandsIsFetched(String form) throws Exception {
    assertThat(client.files(new Locators(List.of()).locate(spec(form, Optional.empty()))))
        .isEqualTo(Map.of("main.tf", "one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oci://%s/acme/vpc//modules/a", "oci::%s/acme/vpc//modules/a"})
  void aVersionIsATag(String form) throws Exception {
    assertThat(client.files(new Locators(List.of()).locate(spec(form, Optional.of("1.10")))))
        .isEqualTo(Map.of("main.tf", "one"));
  }

  private SourceSpec spec(String form, Optional<String> version) {
    return new SourceSpec(
        form.formatted(registry.name(), digest),
        version,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Filters.NONE,
        Optional.empty(),
        Retry.DEFAULT,
        Path.of("/project"),
        new Position("dev.yaml", 1, 1));
  }
}
