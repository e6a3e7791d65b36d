package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {

  private Bench bench;

  @BeforeEach
  void directory(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  private static byte[] module() {
    return new TarBytes()
        .pax('g', "comment=0123456789abcdef")
        .directory("./")
        .directory("./repo-1.0/")
        .file("./repo-1.0/modules/vpc/main.tf", "vpc")
        .raw(
            TarBytes.Header.of("./repo-1.0/modules/vpc/run.sh", '0', 0)
                .octal(100, 8, 0755)
                .signed())
        .link("./repo-1.0/modules/vpc/link.tf", '2', "main.tf")
        .file("./repo-1.0/modules/dns/main.tf", "dns")
        .directory("./repo-1.0/modules/empty/")
        .link("./repo-1.0/docs", '2', "/usr/share/doc")
        .done();
  }

  @Test
  void unpacksTheFilesLinksAndModesOfATar() throws IOException {
    assertThat(bench.unpack("a.tar.gz", Bench.gzip(module()), "repo-1.0/modules/vpc"))
        .isEqualTo(Map.of("main.tf", "f vpc", "run.sh", "x ", "link.tf", "l main.tf"));
  }

  @Test
  void unpacksTheFilesLinksAndModesOfAZip() throws IOException {
    byte[] zip =
        new ZipBytes()
            .file("a/", "")
            .file("a/main.tf", "main")
            .add(ZipBytes.Item.of("a/run.sh", "run").mode(0100755))
            .add(ZipBytes.Item.of("a/link.tf", "main.tf").mode(0120777))
            .done();

    assertThat(bench.unpack("a.zip", zip))
        .isEqualTo(Map.of("a/main.tf", "f main", "a/run.sh", "x run", "a/link.tf", "l main.tf"));
  }

  @Test
  void aSubdirectoryMayHavePatternsThatMatchOnce() throws IOException {
    assertThat(bench.unpack("a.tar", module(), "*/modules/[d]?s"))
        .isEqualTo(Map.of("main.tf", "f dns"));
    Refusal.of(InvalidStack.class, () -> bench.unpack("a.tar", module(), "*/modules/*"))
        .says("the subdirectory */modules/* matches multiple paths")
        .advises("pick one of repo-1.0/modules/dns, repo-1.0/modules/vpc, repo-1.0/modules/empty");
  }

  @Test
  void aSubdirectoryThatIsNotThereIsNamedWithItsNeighbors() {
    Refusal.of(SourceNotFound.class, () -> bench.unpack("a.tar", module(), "repo-1.0/modules/vpcs"))
        .says("the subdirectory repo-1.0/modules/vpcs is not found")
        .advises(
            "pick one of repo-1.0/modules/vpc, repo-1.0/modules/dns," + " repo-1.0/modules/empty");
  }

  @Test
  void aSubdirectoryMustBeADirectory() {
    Refusal.of(
            InvalidStack.class,
            () -> bench.unpack("a.tar", module(), "repo-1.0/modules/vpc/main.tf"))
        .says("the subdirectory leads to a file: repo-1.0/modules/vpc/main.tf")
        .advises("name a directory of the archive");
    Refusal.of(InvalidStack.class, () -> bench.unpack("a.tar", module(), "repo-1.0/docs/x"))
        .says("the subdirectory leads to a symbolic link: repo-1.0/docs");
  }

  @Test
  void aSubdirectoryWithoutFilesIsNoSource() {
    Refusal.of(SourceNotFound.class, () -> bench.unpack("a.tar", module(), "*/modules/empty"))
        .says("the subdirectory repo-1.0/modules/empty of the archive holds no files")
        .advises("name another directory of it");
  }

  @Test
  void severalArchivesMakeOneTree() throws IOException {
    byte[] one = new TarBytes().directory("m/").file("m/a", "1").done();
    byte[] two = new TarBytes().directory("m/").file("m/b", "2").done();

    assertThat(bench.unpack(List.of(bench.file("1.tar", one), bench.file("2.tar", two)), "m"))
        .isEqualTo(Map.of("a", "f 1", "b", "f 2"));
    Refusal.of(
            IntegrityMismatch.class,
            () -> bench.unpack(List.of(bench.file("1.tar", one), bench.file("2.tar", one)), "m"))
        .says("the source has 1 entries that no tree may have: m/a (twice)");
  }
}
