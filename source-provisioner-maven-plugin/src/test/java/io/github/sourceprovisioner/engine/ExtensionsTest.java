package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.spi.ComponentType;
import io.github.sourceprovisioner.spi.Fetcher;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {

  @Test
  void whatIsShippedIsFound() {
    Extensions shipped = Extensions.of(getClass().getClassLoader());

    assertThat(shipped.types())
        .extracting(ComponentType::name)
        .containsExactlyInAnyOrder("terraform", "helmfile", "packer");
    assertThat(shipped.fetchers().stream().flatMap(fetcher -> fetcher.schemes().stream()))
        .containsExactlyInAnyOrder("git", "file", "http", "oci", "s3", "gcs", "azure", "maven");
  }

  @Test
  void anExtensionThatCannotBeLoadedIsNamedWithAdvice(@TempDir Path jar) throws Exception {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve(Fetcher.class.getName()), "com.acme.Gone\n");
    try (URLClassLoader realm =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
      assertThatThrownBy(() -> Extensions.of(realm))
          .isInstanceOfSatisfying(
              InvalidStack.class,
              refusal -> {
                assertThat(refusal).hasMessageContaining("com.acme.Gone");
                assertThat(refusal.advice())
                    .containsExactly(
                        "take a version of it that fits this plugin and runs on this Java",
                        "remove it from the plugin's <dependencies>");
              });
    }
  }
}
