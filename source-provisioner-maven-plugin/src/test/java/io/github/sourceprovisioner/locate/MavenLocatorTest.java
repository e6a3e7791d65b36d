package io.github.sourceprovisioner.locate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenLocatorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.4.0",
        "1.5.0-SNAPSHOT",
        "1.5.0-20260101.101010-3",
        "LATEST",
        "RELEASE",
        "[1.0,2.0)",
        "(1.0,2.0]",
        "[1.0,)",
        "(,2.0]",
        "(,1.0),(1.0,)"
      })
  void takesEveryVersionThatMavenTakesInTheUriAndInTheKey(String version) {
    assertThat(locate("mvn:g:a:" + version + "@zip").ref()).contains(version);
    assertThat(locate("mvn:g:a:" + version + ":c@zip//sub").ref()).contains(version);
    assertThat(locate(List.of("mvn:g:a@zip", version)).ref()).contains(version);
    assertThat(locate(List.of("mvn:g:a::c@zip", version)))
        .isEqualTo(locate("mvn:g:a:" + version + ":c@zip"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[1.0, 2.0) | [1.0,2.0)", "[1.0] | 1.0", "[ 1.0 ] | 1.0"})
  void writesARangeInOneWayAndOneVersionInBracketsAsThatVersion(String written, String ref) {
    assertThat(locate(List.of("mvn:g:a", written)).ref()).contains(ref);
  }

  @Test
  void readsAllPartsOfCoordinates() {
    SourceLocation location = locate("mvn:org.acme:infra:[1.0,2.0):prod@zip//modules/vpc");

    assertThat(location.scheme()).isEqualTo("maven");
    assertThat(location.url()).isEqualTo("mvn:org.acme:infra");
    assertThat(location.subdir()).isEqualTo("modules/vpc");
    assertThat(location.parameters()).isEqualTo(Map.of("type", "zip", "classifier", "prod"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jar", "war", "ear", "zip", "test-jar", "maven-plugin", "rar"})
  void whatMavenPacksIsAZip(String type) {
    assertThat(locate("mvn:g:a:1@" + type).archive()).contains("zip");
  }

  @Test
  void aFileMayBeNamedAndAnArchiveKeptAsItIs() {
    SourceLocation location = locate("mvn:g:a:1@zip?archive=false&filename=a.pkg");

    assertThat(location.archive()).isEmpty();
    assertThat(location.parameters()).containsEntry("filename", "a.pkg");
  }

  private static SourceLocation locate(String uri) {
    return new Locators(List.of()).locate(Sources.of(uri));
  }

  private static SourceLocation locate(List<String> uriAndVersion) {
    return new Locators(List.of())
        .locate(Sources.version(uriAndVersion.get(0), uriAndVersion.get(1)));
  }
}
