package io.github.sourceprovisioner.fetch.oci.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repository:a/b:pull,push",
        "repository:a/b:*",
        "repository:a/b:pull repository:c:pull",
        "registry:catalog:*",
        "repository:a/b:pull\n"
      })
  void noRegistryMakesUsAskForMoreThanReading(String challenged) {
    assertThat(Scope.of(Optional.of(challenged), "a/b")).isEqualTo("repository:a/b:pull");
  }

  @Test
  void aRegistryMayKnowTheRepositoryByAnotherName() {
    assertThat(Scope.of(Optional.of("repository:mirror/a/b:pull"), "a/b"))
        .isEqualTo("repository:mirror/a/b:pull");
    assertThat(Scope.of(Optional.of("repository:a/b:metadata_read,pull"), "a/b"))
        .isEqualTo("repository:a/b:metadata_read,pull");
    assertThat(Scope.of(Optional.empty(), "a/b")).isEqualTo("repository:a/b:pull");
  }
}
