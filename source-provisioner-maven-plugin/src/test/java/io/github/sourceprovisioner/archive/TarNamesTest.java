package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarNamesTest {

  private Bench bench;

  @BeforeEach
  void directory(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  private static final String ADVICE =
      "ask whoever makes the archive to leave them out or to rename them;"
          + " a name that cannot be written here may need LC_ALL=C.UTF-8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../../x",
        "a/../x",
        "/abs",
        "//abs",
        "C:\\x",
        "C:x",
        "\\\\unc\\x",
        "a\\..\\x",
        "..",
        ".",
        "a//b",
        "a/./b",
        "././a",
        ".git/config",
        "a/.GIT/config",
        "git~1/x",
        "CON",
        "aux.tf",
        "x.",
        "x ",
        "a:stream",
        "x\u0007",
        "x\ny",
        "x\u001b[31m",
        "x\u2028y"
      })
  void aNameThatIsUnsafeAnywhereIsRefused(String name) {
    byte[] tar = new TarBytes().file("main.tf", "").file(name, "evil").done();
    byte[] zip = new ZipBytes().file("main.tf", "").file(name, "evil").done();
    for (byte[] archive : List.of(tar, zip)) {
      Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", archive))
          .mentions("the source has 1 entries that no tree may have: ")
          .advises(ADVICE);
    }
  }

  @Test
  void anEmptyNameIsRefused() {
    byte[] tar = new TarBytes().file("", "evil").done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", tar))
        .says("the source has 1 entries that no tree may have: \"\" (empty name)");
  }

  @Test
  void allOffendersAreNamed() {
    byte[] tar =
        new TarBytes()
            .file("../x", "")
            .file("ok/main.tf", "")
            .link("hard", '1', "ok/main.tf")
            .entry("device", '3')
            .directory("/etc/")
            .done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", tar, "ok"))
        .says(
            "the source has 4 entries that no tree may have: ../x (relative segment),"
                + " /etc (absolute), device (a device), hard (a hard link)");
  }

  @Test
  void nothingIsWrittenUnderANameOfTheArchive() throws IOException {
    byte[] tar = new TarBytes().file("../escaped", "evil").file("/tmp/escaped", "evil").done();
    assertThatThrownBy(() -> bench.unpack("a", tar)).isInstanceOf(IntegrityMismatch.class);
    assertThat(bench.files())
        .allMatch(f -> f.getFileName().toString().matches("(unpacked\\.|packed).*"));
  }

  static Stream<List<String>> twins() {
    return Stream.of(
        List.of("a", "a"),
        List.of("a", "A"),
        List.of("a/x", "a"),
        List.of("a", "a/x"),
        List.of("A/x", "a/y"),
        List.of("caf\u00e9", "cafe\u0301"),
        List.of("stra\u00dfe", "STRASSE"));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void twoEntriesThatAreOneSomewhereAreRefused(List<String> names) {
    TarBytes tar = new TarBytes();
    ZipBytes zip = new ZipBytes();
    names.forEach(name -> tar.file(name, "1"));
    names.forEach(name -> zip.file(name, "1"));
    for (byte[] archive : List.of(tar.done(), zip.done())) {
      Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", archive))
          .mentions("entries that no tree may have: ");
    }
  }

  @Test
  void aDirectoryMayBeToldTwiceButNotAsAFile() throws IOException {
    byte[] fine = new TarBytes().directory("d/").directory("d/").file("d/a", "1").done();
    byte[] clash = new TarBytes().directory("d/").file("d", "1").done();
    assertThat(bench.unpack("a", fine)).containsOnlyKeys("d/a");
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", clash))
        .says("the source has 1 entries that no tree may have: d (a file and a directory)");
  }

  @Test
  void aNameThatIsNoUtf8IsRefused() {
    byte[] latin = {'c', 'a', 'f', (byte) 0xe9};
    byte[] tar = new TarBytes().raw(new TarBytes.Header(latin, '0', 0).signed()).done();
    ZipBytes.Item item = ZipBytes.Item.of("x", "");
    item.localName = latin;
    item.centralName = latin;
    for (byte[] archive : List.of(tar, new ZipBytes().add(item).done())) {
      Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", archive))
          .mentions("(cannot be written here)");
    }
  }

  @Test
  void longNamesOfGnuAndOfPaxAreRead() throws IOException {
    String deep = "d".repeat(120) + "/" + "f".repeat(120);
    byte[] gnu =
        new TarBytes()
            .extension("././@LongLink", 'L', (deep + "\0").getBytes(StandardCharsets.UTF_8))
            .file(deep.substring(0, 100), "1")
            .done();
    byte[] pax = new TarBytes().pax('x', "path=" + deep, "mtime=1.5").file("short", "1").done();
    byte[] ustar =
        new TarBytes().raw(TarBytes.Header.of("f", '0', 0).put(345, "d/e").signed()).done();
    assertThat(bench.unpack("a", gnu)).isEqualTo(Map.of(deep, "f 1"));
    assertThat(bench.unpack("a", pax)).isEqualTo(Map.of(deep, "f 1"));
    assertThat(bench.unpack("a", ustar)).containsOnlyKeys("d/e/f");
  }

  @Test
  void endlessNamesAreRefusedInLittleMemory() {
    String name = "n".repeat(1 << 20);
    byte[] gnu = new TarBytes().extension("L", 'L', name.getBytes(StandardCharsets.UTF_8)).done();
    byte[] pax = new TarBytes().pax('x', "path=" + name).done();
    byte[] lie = new TarBytes().raw(TarBytes.Header.of("L", 'L', 07777777777L).signed()).done();
    for (byte[] tar : List.of(gnu, pax, lie)) {
      Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", tar))
          .mentions("an extended header of ");
    }
    byte[] longer = new TarBytes().pax('x', "path=" + "d/".repeat(3000) + "f").file("s", "").done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a", longer))
        .mentions("(path longer than 4096 bytes)");
  }
}
