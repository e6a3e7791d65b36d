package io.github.sourceprovisioner.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestsTest {

  @Test
  void aVersionOfARepositoryIsAComponent() {
    List<Upstream.Version> versions = List.of(new Upstream.Version("modules/vpc", "v1.0.0"));

    assertThat(Manifests.of("http://127.0.0.1:1/a.git", versions))
        .isEqualTo(
            """
            components:
              terraform:
                c0:
                  source:
                    uri: git::http://127.0.0.1:1/a.git//modules/vpc
                    version: v1.0.0
            """);
  }

  @Test
  void aUriIsAComponent() {
    assertThat(Manifests.of(List.of("http://127.0.0.1:1/a.zip", "http://127.0.0.1:1/b.zip//x")))
        .isEqualTo(
            """
            components:
              terraform:
                c0:
                  source:
                    uri: http://127.0.0.1:1/a.zip
                c1:
                  source:
                    uri: http://127.0.0.1:1/b.zip//x
            """);
  }
}
