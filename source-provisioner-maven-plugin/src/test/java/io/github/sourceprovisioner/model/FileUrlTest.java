package io.github.sourceprovisioner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileUrlTest {

  @ParameterizedTest
  @ValueSource(strings = {"file:relative", "file://host/path", "http:///a", "/a", ""})
  void whatIsNoPathOfThisMachineIsRefused(String url) {
    assertThatThrownBy(() -> FileUrl.path(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void percentSignsAreDecodedInAUri() {
    assertThat(FileUrl.path("file:///my%20modules")).isEqualTo(Path.of("/my modules"));
  }

  @Test
  void aPathThatIsNoUriIsTakenAsItStands() {
    assertThat(FileUrl.path("file:///my modules")).isEqualTo(Path.of("/my modules"));
    assertThat(FileUrl.path("file:///100%")).isEqualTo(Path.of("/100%"));
  }
}
