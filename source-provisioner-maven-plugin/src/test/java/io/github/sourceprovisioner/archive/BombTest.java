package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BombTest {

  private Bench bench;

  @BeforeEach
  void directory(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  private static final Limits TREE = new Limits(1000, 1 << 20, 2 << 20);
  private static final ArchiveLimits SMALL =
      new ArchiveLimits(TREE, 1 << 16, 72 << 20, 1 << 19, 50);

  private Bench small() {
    return new Bench(bench.directory(), SMALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
  void aBombStopsAtTheRatio(String format) {
    byte[] tar = new TarBytes().extension("zeros", '0', new byte[1 << 20]).done();
    Refusal.of(
            IntegrityMismatch.class,
            () -> small().unpack("a.tar." + format, FormatsTest.pack(format, tar)))
        .says("the archive unpacks to more than 50 times its own size")
        .advises("look into it by hand: no source is packed that well, but bombs are");
  }

  @Test
  void aZipBombStopsAtTheRatioBeforeAnythingIsUnpacked() {
    byte[] zip = new ZipBytes().add(new ZipBytes.Item("zeros", new byte[1 << 20])).done();
    Refusal.of(IntegrityMismatch.class, () -> small().unpack("a.zip", zip))
        .says("the archive unpacks to more than 50 times its own size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
  void aSingleFileStopsAtItsLimit(String format) {
    ArchiveLimits loose = new ArchiveLimits(TREE, 1 << 16, 72 << 20, 8 << 20, 50);
    byte[] packed = FormatsTest.pack(format, new byte[(1 << 20) + 1]);
    Bench other = new Bench(bench.directory(), loose);
    Refusal.of(IntegrityMismatch.class, () -> other.unpack("a." + format, packed))
        .mentions("is larger than 1048576 bytes");
  }

  @Test
  void aFileThatIsTooLargeStopsBeforeItIsRead() {
    byte[] tar = new TarBytes().raw(TarBytes.Header.of("big", '0', (1 << 20) + 1).signed()).done();
    Refusal.of(IntegrityMismatch.class, () -> small().unpack("a.tar", tar))
        .says("the file big is larger than 1048576 bytes");
  }

  @Test
  void allFilesTogetherStopAtTheTotal() {
    TarBytes tar = new TarBytes();
    byte[] noise = new byte[1 << 20];
    IntStream.range(0, 3).forEach(i -> tar.extension("f" + i, '0', noise));
    Refusal.of(IntegrityMismatch.class, () -> small().unpack("a.tar", tar.done()))
        .says("the files of the source are larger than 2097152 bytes together");
  }

  @ParameterizedTest
  @ValueSource(chars = {'0', '5', '1'})
  void tooManyEntriesStopAtTheLimit(char type) {
    byte[] many = new byte[512 * 2000];
    byte[] header = TarBytes.Header.of("x", type, 0).signed();
    for (int at = 0; at < many.length; at += 512) {
      System.arraycopy(header, 0, many, at, 512);
    }
    ArchiveLimits entries = new ArchiveLimits(TREE, 24 << 20, 72 << 20, 1L << 40, 200);
    Bench other = new Bench(bench.directory(), entries);
    Refusal.of(IntegrityMismatch.class, () -> other.unpack("a.tar", many))
        .says("the source has more than 1000 files and directories");
  }

  @Test
  void aZipThatPromisesAMillionEntriesIsNotListed() {
    ZipBytes zip = new ZipBytes();
    IntStream.range(0, 1001).forEach(i -> zip.file("f" + i, ""));
    Refusal.of(IntegrityMismatch.class, () -> small().unpack("a.zip", zip.done()))
        .mentions("more than 1000 entries");
  }

  @Test
  void deepNamesStopAtTheirBudget() {
    TarBytes tar = new TarBytes();
    IntStream.range(0, 100)
        .forEach(i -> tar.pax('x', "path=" + i + "/" + "d/".repeat(1000) + "f").file("f", ""));
    Refusal.of(IntegrityMismatch.class, () -> small().unpack("a.tar", tar.done()))
        .says("the names in the archive are longer than 65536 bytes together")
        .advises("pack less into it: only what is needed");
  }

  @Test
  void aBombLeavesOneFileBehindAtMost() throws IOException {
    byte[] tar = new TarBytes().extension("zeros", '0', new byte[1 << 20]).done();
    assertThatThrownBy(() -> small().unpack("a.tar.gz", Bench.gzip(tar)))
        .isInstanceOf(IntegrityMismatch.class);
    assertThat(bench.files()).filteredOn(f -> f.toString().contains("unpacked.")).hasSize(1);
  }

  @Test
  void anArchiveInAnArchiveStaysPacked() throws IOException {
    byte[] inner = Bench.gzip(new TarBytes().file("a", "1").done());
    assertThat(bench.unpack("a.tar", new TarBytes().extension("in.tgz", '0', inner).done()))
        .containsOnlyKeys("in.tgz");
  }
}
