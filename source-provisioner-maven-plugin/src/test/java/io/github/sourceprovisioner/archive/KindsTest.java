package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

  private Bench bench;

  @BeforeEach
  void directory(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  private static final TarBytes.Header SETUID =
      TarBytes.Header.of("a", '0', 0).octal(100, 8, 06777);

  @ParameterizedTest
  @CsvSource({
    "1, a hard link",
    "3, a device",
    "4, a device",
    "6, a fifo",
    "S, a sparse file",
    "7, an entry of an unknown type",
    "V, an entry of an unknown type",
    "D, an entry of an unknown type",
    "Z, an entry of an unknown type"
  })
  void whatIsNeitherFileNorDirectoryNorLinkIsRefused(char type, String reason) {
    byte[] tar = new TarBytes().file("a", "").entry("x", type).done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", tar))
        .says("the source has 1 entries that no tree may have: x (" + reason + ")");
  }

  @Test
  void aSparseFileOfPaxIsRefused() {
    byte[] tar =
        new TarBytes().pax('x', "GNU.sparse.major=1", "GNU.sparse.minor=0").file("x", "").done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", tar)).mentions("x (a sparse file)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../outside", "a", "x", "forward", "A"})
  void everyHardLinkIsRefused(String target) {
    byte[] tar = new TarBytes().file("a", "").link("x", '1', target).file("forward", "").done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", tar)).mentions("x (a hard link)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../../x",
        "..",
        "dangling",
        "x",
        "d/../../x",
        "D",
        "C:/x",
        "a\\b",
        ""
      })
  void aLinkThatDoesNotStayInsideIsRefused(String target) {
    byte[] tar = new TarBytes().file("d/a", "").link("x", '2', target).done();
    byte[] zip =
        new ZipBytes().file("d/a", "").add(ZipBytes.Item.of("x", target).mode(0120777)).done();
    for (byte[] archive : List.of(tar, zip)) {
      Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", archive))
          .mentions("links that do not stay inside it");
    }
  }

  @Test
  void nothingIsUnpackedThroughALinkNorOverOne() {
    byte[] through = new TarBytes().link("x", '2', "/tmp").file("x/evil", "").done();
    byte[] over = new TarBytes().link("x", '2', "/tmp/evil").file("x", "evil").done();
    byte[] under = new TarBytes().file("x", "").link("x", '2', "/tmp/evil").done();
    byte[] twin = new TarBytes().link("x", '2', "/tmp/evil").file("X", "evil").done();
    for (byte[] tar : List.of(through, over, under, twin)) {
      Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", tar))
          .mentions("entries that no tree may have");
    }
  }

  @Test
  void ofAModeOnlyTheExecutableBitsCount() throws IOException {
    byte[] tar =
        new TarBytes()
            .raw(SETUID.signed())
            .raw(TarBytes.Header.of("d/", '5', 0).octal(100, 8, 0).signed())
            .raw(TarBytes.Header.of("d/b", '0', 0).octal(100, 8, 0).octal(108, 8, 0).signed())
            .raw(TarBytes.Header.of("e/", '5', 0).octal(100, 8, 0555).signed())
            .file("e/c", "")
            .done();
    byte[] zip =
        new ZipBytes()
            .add(ZipBytes.Item.of("a", "").mode(0106777))
            .add(ZipBytes.Item.of("d/b", "").mode(0100000))
            .add(ZipBytes.Item.of("e/c", "").mode(0))
            .done();
    Map<String, String> expected = Map.of("a", "x ", "d/b", "f ", "e/c", "f ");
    assertThat(bench.unpack("a", tar)).isEqualTo(expected);
    assertThat(bench.unpack("a", zip)).isEqualTo(expected);
  }

  @Test
  void filesWithTheNamesOfToolsAndOfOursAreContent() throws IOException {
    byte[] tar =
        new TarBytes()
            .file(".gitmodules", "g")
            .file(".terraform/x", "t")
            .file("terraform.tfstate", "s")
            .file("source.lock.yaml", "l")
            .file("_remote.repositories", "r")
            .done();
    assertThat(bench.unpack("a", tar))
        .containsOnlyKeys(
            ".gitmodules",
            ".terraform/x",
            "terraform.tfstate",
            "source.lock.yaml",
            "_remote.repositories");
  }

  @ParameterizedTest
  @ValueSource(ints = {0010644, 0020644, 0060644, 0140644})
  void aZipMayNotHoldDevicesEither(int mode) {
    byte[] zip = new ZipBytes().add(ZipBytes.Item.of("x", "").mode(mode)).done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", zip))
        .mentions("x (a device or a fifo)");
  }

  @Test
  void anArchiveWithoutFilesIsNoSource() {
    byte[] directories = new TarBytes().directory("a/").directory("b/").done();
    byte[] nothing = new TarBytes().done();
    byte[] zip = new ZipBytes().done();
    for (byte[] archive : List.of(directories, nothing, zip)) {
      Refusal.of(SourceNotFound.class, () -> bench.unpack("a", archive))
          .says("the archive holds no files")
          .advises("check how it was made");
    }
  }
}
