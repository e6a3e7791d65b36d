package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenTarTest {

  private Bench bench;

  @BeforeEach
  void directory(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  private static final byte[] TAR =
      new TarBytes()
          .directory("d/")
          .file("d/one", "1".repeat(700))
          .pax('x', "path=d/" + "n".repeat(150))
          .file("n", "2".repeat(512))
          .link("d/link", '2', "one")
          .file("three", "3")
          .done();

  private void refused(String name, byte[] bytes) {
    assertThatThrownBy(() -> bench.unpack(name, bytes))
        .as(name + " of " + bytes.length)
        .isInstanceOfAny(IntegrityMismatch.class, TransferFailed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst"})
  void whatIsCutAnywhereIsRefused(String format) {
    byte[] noise = new byte[6000];
    new Random(1).nextBytes(noise);
    byte[] whole =
        FormatsTest.pack(format, new TarBytes().extension("noise", '0', noise).raw(TAR).open());
    int step = format.equals("tar") ? 1 : 7;
    for (int length = 0; length < whole.length; length += length % 512 == 0 ? 1 : step) {
      refused("a." + format, Arrays.copyOf(whole, length));
    }
  }

  @Test
  void aMissingEndIsToldAsATransferThatMayHaveBroken() {
    byte[] tar = new TarBytes().file("a", "1").open();
    Refusal.of(TransferFailed.class, () -> bench.unpack("a.tar", tar))
        .says("the archive a.tar is damaged: it ends too early")
        .advises("run again; if it stays so, the file at its origin is cut short");
  }

  @Test
  void oneBlockOfZerosIsNoEnd() {
    byte[] tar = new TarBytes().file("a", "1").raw(new byte[512]).file("b", "2").done();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a.tar", tar))
        .says("the archive a.tar is damaged: its end marker is incomplete")
        .advises(
            "fetch it by hand and test it, for instance with tar -t or unzip -t",
            "ask whoever makes it to pack it anew");
  }

  @Test
  void whatFollowsTheEndIsRefusedUnlessItIsPadding() throws IOException {
    byte[] one = new TarBytes().file("a", "1").done();
    assertThat(bench.unpack("a.tar", new TarBytes().raw(one).raw(new byte[9216]).open()))
        .containsOnlyKeys("a");
    byte[] two = new TarBytes().raw(one).raw(one).open();
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a.tar", two))
        .says("the archive a.tar is damaged: something follows its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
  void whatFollowsACompressedStreamIsRefused(String format) {
    byte[] packed = FormatsTest.pack(format, TAR);
    refused(
        "a.tar." + format,
        new TarBytes().raw(packed).raw("trailing junk".getBytes(StandardCharsets.UTF_8)).open());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
  void severalStreamsInARowAreOne(String format) throws IOException {
    byte[] first = FormatsTest.pack(format, Arrays.copyOf(TAR, 1000));
    byte[] second = FormatsTest.pack(format, Arrays.copyOfRange(TAR, 1000, TAR.length));
    assertThat(bench.unpack("a.tar." + format, new TarBytes().raw(first).raw(second).open()))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz"})
  void oneWrongBitAtTheEndIsNoticed(String format) {
    byte[] packed = FormatsTest.pack(format, TAR);
    for (int i = packed.length - 8; i < packed.length; i++) {
      byte[] wrong = packed.clone();
      wrong[i] ^= 4;
      refused("a.tar." + format, wrong);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0000000001",
        "99999999999",
        "0000000000x",
        "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
        "\u0080\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"
      })
  void aSizeThatIsNegativeOrOverflowsIsRefused(String size) {
    byte[] field = size.getBytes(StandardCharsets.ISO_8859_1);
    refused(
        "a.tar",
        new TarBytes().raw(TarBytes.Header.of("a", '0', 0).put(124, field).signed()).done());
  }

  @Test
  void aSizeInBase256IsRead() throws IOException {
    byte[] field = new byte[12];
    field[0] = (byte) 0x80;
    field[11] = 3;
    byte[] header = TarBytes.Header.of("a", '0', 0).put(124, field).signed();
    byte[] tar = new TarBytes().raw(header).padded("abc".getBytes(StandardCharsets.UTF_8)).done();
    assertThat(bench.unpack("a.tar", tar)).isEqualTo(Map.of("a", "f abc"));
  }

  static Stream<TarBytes> ambiguous() {
    byte[] name = "long\0".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        new TarBytes().pax('x', "size=1024").file("a", "1"),
        new TarBytes().pax('x', "size=0").file("a", "1"),
        new TarBytes().pax('x', "path=b").extension("L", 'L', name).file("a", "1"),
        new TarBytes().extension("L", 'L', name).pax('x', "path=b").file("a", "1"),
        new TarBytes().pax('x', "path=b").pax('x', "path=c").file("a", "1"),
        new TarBytes().pax('x', "path=b", "path=c").file("a", "1"),
        new TarBytes().extension("L", 'L', name).extension("L", 'L', name).file("a", "1"),
        new TarBytes().pax('g', "path=b").file("a", "1"),
        new TarBytes()
            .extension("x", 'x', "9 path=b".getBytes(StandardCharsets.UTF_8))
            .file("a", "1"),
        new TarBytes()
            .extension("x", 'x', "99999999 p=b\n".getBytes(StandardCharsets.UTF_8))
            .file("a", "1"),
        new TarBytes()
            .extension("x", 'x', "0 p=b\n".getBytes(StandardCharsets.UTF_8))
            .file("a", "1"),
        new TarBytes().file("a", "1").pax('x', "path=b"),
        new TarBytes().raw(TarBytes.Header.of("l", '2', 512).target("a").signed()).file("a", "1"),
        new TarBytes().raw(TarBytes.Header.of("d/", '5', 512).signed()).file("a", "1"));
  }

  @ParameterizedTest
  @MethodSource("ambiguous")
  void whatTwoReadersWouldReadDifferentlyIsRefused(TarBytes tar) {
    Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a.tar", tar.done()))
        .mentions("the archive a.tar is damaged: ");
  }
}
