package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class FormatsTest {

  private Bench bench;

  @BeforeEach
  void directory(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  private static final byte[] TAR = new TarBytes().file("m/main.tf", "main").done();

  static byte[] pack(String format, byte[] bytes) {
    return switch (format.replaceFirst("^(tar\\.|t(?!ar))", "")) {
      case "gz" -> Bench.gzip(bytes);
      case "bz2" -> Bench.packed(bytes, BZip2CompressorOutputStream::new);
      case "xz" -> Bench.packed(bytes, out -> new XZOutputStream(out, new LZMA2Options(1)));
      case "zst" -> Bench.packed(bytes, ZstdOutputStream::new);
      default -> bytes;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tar", "tar.gz", "tgz", "tar.bz2", "tbz2", "tar.xz", "txz", "tar.zst", "tzst"})
  void everyTarIsUnpackedByItsNameAndByItsContent(String format) throws IOException {
    byte[] packed = pack(format.equals("tgz") ? "gz" : format, TAR);

    assertThat(bench.unpack("a." + format, packed)).isEqualTo(Map.of("m/main.tf", "f main"));
    assertThat(bench.unpack("download", packed)).isEqualTo(Map.of("m/main.tf", "f main"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
  void aSingleCompressedFileIsNamedAfterItsArchive(String format) throws IOException {
    byte[] packed = pack(format, "a: 1".getBytes(StandardCharsets.UTF_8));

    assertThat(bench.unpack("values.yaml." + format, packed))
        .isEqualTo(Map.of("values.yaml", "f a: 1"));
  }

  @Test
  void aSingleCompressedFileMayBeATarThatStaysOne() throws IOException {
    assertThat(bench.unpack("a.gz", Bench.gzip(TAR))).containsOnlyKeys("a");
  }

  @ParameterizedTest
  @CsvSource({
    "a.zip, tar, 'a.zip is taken for zip, but its content is tar'",
    "a.tar.gz, tar, 'a.tar.gz is taken for tar.gz, but its content is tar'",
    "a.tar, tar.xz, 'a.tar is taken for tar, but its content is tar.xz'",
    "a.tgz, bz2, 'a.tgz is taken for tar.gz, but its content is tar.bz2'"
  })
  void aNameThatSaysSomethingElseIsRefused(String name, String format, String message) {
    String found = message.substring(message.lastIndexOf(' ') + 1);
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack(name, pack(format, TAR)))
        .says(message)
        .advises("write archive=" + found + " if that is what it should be");
  }

  @Test
  void theFormatThatTheUserAskedForCountsMoreThanTheName() throws IOException {
    assertThat(bench.unpack(List.of(bench.file("a.zip", TAR, Optional.of("tar"))), ""))
        .containsOnlyKeys("m/main.tf");
  }

  @ParameterizedTest
  @CsvSource({
    "a.tar.gz, the content of a.tar.gz is no tar.gz",
    "a.zip, the content of a.zip is no zip",
    "a, the content of a is no archive"
  })
  void aPageInPlaceOfAnArchiveIsRefused(String name, String message) {
    byte[] page = "<!DOCTYPE html><html>Sign in</html>".repeat(50).getBytes(StandardCharsets.UTF_8);
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack(name, page))
        .says(message)
        .advises(
            "check the URL in a browser: hosts answer with a page for what they refuse",
            "write archive=false if it is one file that is to be kept as it is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xz", "zst"})
  void aDictionaryThatNeedsTooMuchMemoryIsRefused(String format) {
    ArchiveLimits small = new ArchiveLimits(Limits.DEFAULT, 1 << 20, 1 << 19, 1 << 20, 200);
    byte[] packed = pack(format, new byte[9 << 20]);
    Bench strict = new Bench(bench.directory(), small);
    Refusal.of(IntegrityMismatch.class, () -> strict.unpack("a.tar." + format, packed))
        .says("the archive a.tar." + format + " is damaged: it needs more memory than is allowed");
  }
}
