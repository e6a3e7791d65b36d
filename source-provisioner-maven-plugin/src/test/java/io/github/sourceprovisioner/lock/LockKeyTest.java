package io.github.sourceprovisioner.lock;

import static io.github.sourceprovisioner.lock.Locations.git;
import static io.github.sourceprovisioner.lock.Locations.location;
import static io.github.sourceprovisioner.lock.Locations.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockKeyTest {

  @Test
  void aSourceIsKnownByItsUrlItsPathAndTheVersionThatWasAskedFor() {
    assertThat(LockKey.of(git("modules/vpc", "1.10")))
        .isEqualTo(new LockKey("git::https://example.com/acme/infra.git", "modules/vpc", "1.10"));
  }

  @Test
  void theSchemeStandsOnlyWhereTheUrlDoesNotShowIt() {
    assertThat(uri("http", "https://example.com/a.tar.gz", Optional.of("tar.gz")))
        .isEqualTo("https://example.com/a.tar.gz");
    assertThat(uri("oci", "oci://example.com/vpc", Optional.empty()))
        .isEqualTo("oci://example.com/vpc");
    assertThat(uri("s3", "https://s3.example.com/b/k", Optional.empty()))
        .isEqualTo("s3::https://s3.example.com/b/k");
  }

  @Test
  void whatMakesAnotherTreeMakesAnotherKey() {
    SourceLocation plain = location("http", "https://example.com/a.zip", "", Optional.empty());
    List<LockKey> keys =
        List.of(
            LockKey.of(with(plain, Optional.of("zip"), Map.of())),
            LockKey.of(with(plain, Optional.empty(), Map.of())),
            LockKey.of(with(plain, Optional.of("tar.gz"), Map.of())),
            LockKey.of(with(plain, Optional.of("zip"), Map.of("submodules", "true"))),
            LockKey.of(with(plain, Optional.of("zip"), Map.of("a", "b&c=d"))),
            LockKey.of(with(plain, Optional.of("zip"), Map.of("a", "b", "c", "d"))));

    assertThat(keys).doesNotHaveDuplicates();
    assertThat(keys.get(0).uri()).isEqualTo("https://example.com/a.zip");
    assertThat(keys.get(1).uri()).isEqualTo("https://example.com/a.zip?archive=false");
    assertThat(keys.get(4).uri()).isEqualTo("https://example.com/a.zip?a=b%26c%3Dd");
  }

  @Test
  void aUrlWithAQueryOfItsOwnKeepsIt() {
    SourceLocation asked =
        location("http", "https://example.com/a.zip?build=7", "", Optional.empty());

    assertThat(LockKey.of(with(asked, Optional.of("zip"), Map.of("filename", "x"))).uri())
        .isEqualTo("https://example.com/a.zip?build=7&filename=x");
  }

  private static String uri(String scheme, String url, Optional<String> archive) {
    return LockKey.of(with(location(scheme, url, "", Optional.empty()), archive, Map.of())).uri();
  }
}
