package io.github.sourceprovisioner.cache;

import static io.github.sourceprovisioner.cache.Fixture.VPC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.spi.SharedFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How entries are called in a Maven repository: published names are a promise. */
class SharedNameTest {

  private static EntryKey key(Coordinates coordinates, String revision, String subdir) {
    return new EntryKey(coordinates, "git", revision, subdir, "");
  }

  private static SharedFile zip(EntryKey key) {
    return SharedName.of(key, "zip");
  }

  private static String fileName(SharedFile file) {
    String classifier = file.classifier().isEmpty() ? "" : "-" + file.classifier();
    return file.artifactId() + "-" + file.version() + classifier + "." + file.extension();
  }

  @Test
  void aFileIsCalledAsInTheCache() {
    EntryKey key = key(VPC, "0123abc", "modules/Net");

    SharedFile file = zip(key);

    assertThat(file)
        .hasToString("com.github.acme:vpc:zip:" + file.classifier() + ":0123abc")
        .returns("modules+net~~100", SharedFile::classifier);
    CacheLayout layout = new CacheLayout(Path.of("/cache"));
    assertThat(layout.entry(key).zip())
        .isEqualTo(layout.artifact(VPC).resolve("0123abc").resolve(fileName(file)));
  }

  @Test
  void theWholeTreeHasNoClassifier() {
    assertThat(zip(key(VPC, "0123abc", "")).classifier()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0-SNAPSHOT",
        "SNAPSHOT",
        "snapshot",
        "20261121.120000-1",
        "1.0-20261121.120000-12",
        "LATEST",
        "RELEASE",
        "latest",
        "release",
        "[1.0,2.0)",
        "sha256:00ff",
        ""
      })
  void noRevisionIsASnapshotVersionForMaven(String revision) {
    String version = zip(key(VPC, revision, "")).version();

    assertThat(new DefaultArtifact("g", "a", "zip", version).isSnapshot()).isFalse();
    assertThat(version.toLowerCase(Locale.ROOT)).doesNotEndWith("snapshot");
    assertThat(version).isNotIn("latest", "release").matches("[a-z0-9._~+-]+");
  }

  @Test
  void differentRevisionsHaveDifferentVersions() {
    Set<String> versions =
        Stream.of("1-SNAPSHOT", "1-snapshot", "1-snapshot~", "latest", "latest~", "LATEST", "~", "")
            .map(revision -> zip(key(VPC, revision, "")).version())
            .collect(Collectors.toSet());

    assertThat(versions).hasSize(8);
  }

  @Test
  void aNameThatIsTooLongForADiskIsShortenedAndStaysItsOwn() {
    Coordinates place = new Coordinates("g", "a".repeat(300));
    SharedFile one = zip(key(place, "r".repeat(300), "s".repeat(300)));
    SharedFile two = zip(key(place, "r".repeat(300), "s".repeat(301)));

    assertThat(fileName(one) + ".sha512").hasSizeLessThan(256);
    assertThat(one.classifier()).startsWith("~~~").isNotEqualTo(two.classifier());
    assertThat(one.classifier()).isNotEqualTo(zip(key(VPC, "r", one.classifier())).classifier());
  }

  @Test
  void nothingOfANameLeadsOutOfTheRepository() {
    SharedFile file = zip(key(new Coordinates("..x./etc.CON", "../../up"), "../../../x", "../y"));

    assertThat(Stream.of(file.artifactId(), file.version(), file.classifier()))
        .allMatch(part -> part.matches("[a-z0-9_~+-][a-z0-9._~+-]*"));
    assertThat(file.groupId().split("\\.")).allMatch(segment -> segment.matches("[a-z0-9_~+-]+"));
  }
}
