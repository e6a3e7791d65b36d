package io.github.sourceprovisioner.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.locate.ReferenceCase;
import io.github.sourceprovisioner.reference.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the reference about archives that are told in words, or have limits of their own. */
class ReferenceBytesTest {

  /**
   * {@code archive-074}, {@code -078} and {@code -080}: a single file is unpacked beside nothing.
   */
  @ParameterizedTest
  @ValueSource(strings = {"bz2", "xz", "zst"})
  void aSingleFileLosesItsSuffix(String format, @TempDir Path directory) throws Exception {
    byte[] packed = FormatsTest.pack(format, "foo\n".getBytes(UTF_8));
    try (Scene scene = new Scene(directory).put("/a.txt." + format, packed)) {
      assertThat(scene.files(scene.url("/a.txt." + format))).isEqualTo(Map.of("a.txt", "foo\n"));
    }
  }

  /** {@code archive-087}. */
  @Test
  void aTarThatIsCutShortLeavesNothing(@TempDir Path directory) throws Exception {
    byte[] tar = new TarBytes().file("a", "1").file("b", "2").file("c", "x".repeat(2000)).done();
    try (Scene scene =
        new Scene(directory).put("/a.tar", Arrays.copyOf(tar, 4 * 512 + 512 + 700))) {
      assertThatThrownBy(() -> scene.files(scene.url("/a.tar")))
          .isInstanceOf(ProvisioningException.class);
      assertThat(scene.workdir()).doesNotExist();
    }
  }

  /** {@code archive-092}. */
  @Test
  void aFileOfAZipWithoutAModeIsAnOrdinaryOne(@TempDir Path directory) throws Exception {
    byte[] zip = new ZipBytes().add(ZipBytes.Item.of("a", "1").mode(0)).done();
    try (Scene scene = new Scene(directory).put("/a.zip", zip)) {
      scene.files(scene.url("/a.zip"));
      int mode = (Integer) Files.getAttribute(scene.workdir().resolve("a"), "unix:mode");
      assertThat(mode & 07777).isEqualTo(0644);
    }
  }

  /** {@code evil-025}. */
  @Test
  void aZipWithAPasswordIsRefused(@TempDir Path directory) throws Exception {
    ZipBytes.Item item = ZipBytes.Item.of("a", "1");
    item.flags = 1;
    try (Scene scene = new Scene(directory).put("/a.zip", new ZipBytes().add(item).done())) {
      assertThatThrownBy(() -> scene.files(scene.url("/a.zip")))
          .isInstanceOf(IntegrityMismatch.class)
          .hasMessageContaining("encrypted");
    }
  }

  /** {@code evil-046}: what else a checksum file names is nobody's business. */
  @Test
  void onlyTheFileItselfIsHeldAgainstItsChecksum(@TempDir Path directory) throws Exception {
    String good = "68e656b251e67e8358bef8483ab0d51c6619f3e7a1a9f0e75838d41ff368f728  a.txt\n";
    String others = "0".repeat(64) + "  ../../secret\n" + "1".repeat(64) + "  /etc/passwd\n";
    try (Scene scene = new Scene(directory).put("/a.txt", "hello, world!")) {
      scene.put("/sums", others + good);
      String uri = scene.url("/a.txt") + "?checksum=file:" + scene.url("/sums");
      assertThat(scene.files(uri)).isEqualTo(Map.of("a.txt", "hello, world!"));
      assertThat(scene.asked).containsOnly("/a.txt", "/sums");
    }
  }

  static Stream<ReferenceCase> limits() {
    return ReferenceCase.all().stream()
        .filter(row -> row.has("files_limit") || row.has("size_limit"));
  }

  @Test
  void everyRowWithALimitRuns() {
    assertThat(limits()).hasSize(5);
  }

  /**
   * The limits of a row hold; {@code archive-096} is exactly at one, and {@code -097} is cut off.
   */
  @ParameterizedTest
  @MethodSource("limits")
  void aLimitHolds(ReferenceCase row, @TempDir Path directory) throws Exception {
    Bench bench = new Bench(directory, limits(row));
    String name = "a." + ReferenceArchivesTest.format(row);
    if (row.id().equals("archive-096")) {
      assertThat(bench.unpack(name, ReferenceArchivesTest.archive(row))).hasSize(2);
      return;
    }
    byte[] packed =
        row.id().equals("archive-097")
            ? Bench.gzip("x".repeat(100).getBytes(UTF_8))
            : ReferenceArchivesTest.archive(row);
    assertThatThrownBy(() -> bench.unpack(name, packed)).isInstanceOf(IntegrityMismatch.class);
  }

  private static ArchiveLimits limits(ReferenceCase row) {
    ArchiveLimits usual = ArchiveLimits.DEFAULT;
    int entries = row.has("files_limit") ? number(row, "files_limit") : 100;
    long bytes = row.has("size_limit") ? number(row, "size_limit") : 1 << 20;
    return new ArchiveLimits(
        new Limits(entries, bytes, bytes),
        usual.nameBytes(),
        usual.memory(),
        usual.freeBytes(),
        usual.ratio());
  }

  private static int number(ReferenceCase row, String key) {
    return Integer.parseInt(row.text(key));
  }
}
