package io.github.sourceprovisioner.fetch.git.lfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.UnknownSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LfsEndpointTest {

  @ParameterizedTest
  @ValueSource(strings = {"file:///srv/r.git", "https:///r", "ftp://h/r", "not a url", "r.git"})
  void aRepositoryWithoutHostHasNoServer(String url) {
    UnknownSource failure = catchThrowableOfType(UnknownSource.class, () -> LfsEndpoint.of(url));
    assertThat(failure)
        .hasMessage("no server is known for the large files (Git LFS) of this repository");
    assertThat(failure.advice())
        .containsExactly(
            "use the https:// URL of the repository",
            "publish the content as an archive, and use that as the source");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/a/r.git, https://h.example/a/r.git",
    "https://h.example/a/r, https://h.example/a/r.git",
    "https://h.example/a/r/, https://h.example/a/r.git",
    "HTTPS://ann@H.example:8443/a/r, https://h.example:8443/a/r.git",
    "http://localhost:80/r, http://localhost:80/r.git",
    "ssh://git@h.example:2222/a/r.git, https://h.example/a/r.git",
    "git://h.example:9418/a/r, https://h.example/a/r.git",
    "https://h.example/my%20project/r, https://h.example/my%20project/r.git",
  })
  void theServerIsBesideTheRepository(String url, String repository) {
    assertThat(LfsEndpoint.of(url).uri()).hasToString(repository + "/info/lfs/objects/batch");
  }
}
