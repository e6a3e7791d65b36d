package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.archive.ZipBytes.Item;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipLiesTest {

  private Bench bench;

  @BeforeEach
  void directory(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  private Refusal refusal(byte[] zip) {
    return Refusal.of(IntegrityMismatch.class, () -> bench.unpack("a.zip", zip));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aNameThatOnlyOneOfTheTwoHeadersHasIsRefused() {
    Item item = Item.of("good.tf", "x");
    item.localName = bytes("evil.tf");
    refusal(new ZipBytes().add(item).done())
        .says("the archive a.zip is damaged: an entry that its two headers tell differently");
  }

  /** The checksum, the packed size and the size. */
  @ParameterizedTest
  @ValueSource(ints = {14, 18, 22})
  void aNumberThatOnlyOneOfTheTwoHeadersHasIsRefused(int at) {
    byte[] zip = new ZipBytes().file("a", "content").done();
    zip[at]++;
    refusal(zip).mentions("an entry that its two headers tell differently");
  }

  @Test
  void anEntryThatTheDirectoryDoesNotListIsRefused() {
    Item hidden = Item.of("hidden", "x");
    ZipBytes zip = new ZipBytes().file("a", "1");
    zip.raw(ZipBytes.local(hidden)).raw(hidden.packed).file("b", "2");
    refusal(zip.done()).mentions("something between them");
  }

  @Test
  void anEntryThatIsOnlyListedIsRefused() {
    Item ghost = Item.of("ghost", "x");
    ghost.offset = 0;
    refusal(new ZipBytes().file("a", "1").listed(ghost).done()).mentions("entries that overlap");
  }

  @Test
  void entriesThatOverlapAreRefused() {
    Item first = Item.of("a", "same");
    Item again = Item.of("a2", "same");
    again.offset = 0;
    again.localName = first.localName;
    refusal(new ZipBytes().add(first).listed(again).done()).mentions("entries that overlap");
  }

  @Test
  void whatStandsBeforeOrBehindIsRefused() {
    byte[] zip = new ZipBytes().file("a", "1").done();
    refusal(new ZipBytes().raw(bytes("PK\u0003\u0004 junk")).file("a", "1").done())
        .mentions("something stands before its first entry");
    refusal(new TarBytes().raw(zip).raw(bytes("junk")).open())
        .mentions("something follows its end");
  }

  @Test
  void twoEndsAreRefused() {
    byte[] zip = new ZipBytes().file("a", "1").done();
    refusal(new TarBytes().raw(zip).raw(ZipBytes.end(0, 0, 0)).open()).mentions("two ends");
    refusal(new TarBytes().raw(zip).raw(new ZipBytes().file("b", "2").done()).open())
        .mentions("two ends");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, encrypted",
    "64, 8, encrypted",
    "32, 8, an unknown compression method",
    "0, 9, an unknown compression method",
    "0, 14, an unknown compression method",
    "0, 93, an unknown compression method"
  })
  void whatCannotBeReadIsNamed(int flags, int method, String reason) {
    Item item = Item.of("x", "secret");
    item.flags = flags;
    item.method = method;
    refusal(new ZipBytes().file("a", "1").add(item).done()).mentions("x (" + reason + ")");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1, 1000})
  void aSizeThatIsNotTrueIsRefused(long more) {
    Item item = Item.of("x", "content");
    item.size += more;
    item.localSize = item.size;
    refusal(new ZipBytes().add(item).done()).mentions("another length than promised");
  }

  @Test
  void aWrongChecksumIsRefused() {
    Item item = Item.of("x", "content");
    item.crc++;
    refusal(new ZipBytes().add(item).done()).mentions("an entry with a wrong checksum");
  }

  @Test
  void contentThatIsNotDeflatedIsRefused() {
    Item item = Item.of("x", "content");
    item.packed = new byte[] {(byte) 0xff, (byte) 0xff, 3, 4};
    refusal(new ZipBytes().add(item).done()).mentions("an entry that cannot be unpacked");
  }

  @Test
  void anotherNameInAnExtraFieldIsRefused() {
    Item item = Item.of("good", "x");
    item.extra =
        ZipBytes.little(13)
            .putShort((short) 0x7075)
            .putShort((short) 9)
            .put((byte) 1)
            .putInt(0)
            .put(bytes("evil"))
            .array();
    refusal(new ZipBytes().add(item).done()).mentions("two names for one entry");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 200})
  void anotherNumberOfEntriesThanListedIsRefused(int count) {
    assertThatThrownBy(() -> bench.unpack("a.zip", new ZipBytes().file("a", "1").done(count)))
        .isInstanceOfAny(IntegrityMismatch.class, TransferFailed.class);
  }

  @Test
  void sizesOfZip64AreReadAndMustBeThere() throws IOException {
    Item item = Item.of("x", "content");
    long size = item.size;
    item.extra = ZipBytes.little(12).putShort((short) 1).putShort((short) 8).putLong(size).array();
    item.size = 0xffffffffL;
    assertThat(bench.unpack("a.zip", new ZipBytes().add(item).done()))
        .isEqualTo(Map.of("x", "f content"));
    item.extra = new byte[0];
    item.offset = -1;
    refusal(new ZipBytes().add(item).done()).mentions("no zip64 field for an entry");
  }

  @Test
  void storedEntriesAndEntriesWithADescriptorAreRead() throws IOException {
    Item stored = Item.of("s", "stored");
    stored.method = 0;
    stored.packed = bytes("stored");
    Path real = bench.directory().resolve("real.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(real))) {
      out.putNextEntry(new ZipEntry("d/x"));
      out.write(bytes("streamed"));
      out.closeEntry();
    }
    assertThat(bench.unpack("a.zip", new ZipBytes().add(stored).done())).containsOnlyKeys("s");
    assertThat(bench.unpack("a.zip", Files.readAllBytes(real)))
        .isEqualTo(Map.of("d/x", "f streamed"));
  }

  @Test
  void aZipThatIsCutAnywhereIsRefused() {
    byte[] zip = new ZipBytes().file("a", "1").file("b", "2").done();
    for (int length = 0; length < zip.length; length++) {
      byte[] cut = Arrays.copyOf(zip, length);
      assertThatThrownBy(() -> bench.unpack("a.zip", cut))
          .isInstanceOfAny(IntegrityMismatch.class, TransferFailed.class);
    }
  }
}
