package io.github.sourceprovisioner.archive.zip;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import io.github.sourceprovisioner.archive.entry.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * One entry of the central directory (APPNOTE 4.3.12).
 *
 * @param name its bytes
 * @param attributes what the system that made the archive kept about the file
 * @param local where the local header starts
 * @param length how many bytes it takes in the central directory
 */
record Central(
    ByteBuffer name,
    int flags,
    int method,
    long crc,
    long packed,
    long size,
    Attributes attributes,
    long local,
    int length) {

  static final int FIXED = 46;

  private static final long SIGNATURE = 0x02014b50L;
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int PATCH = 1 << 5;
  private static final int UNIX = 3;

  /**
   * The mode of the file.
   *
   * @param system who made the archive
   * @param external the attributes in that system's form
   */
  record Attributes(int system, long external) {

    int mode() {
      return system == UNIX ? (int) (external >> 16) : 0;
    }
  }

  /** Reads the entry that starts at a place. */
  static Central read(FileChannel file, long at) throws IOException {
    Fields fixed = Fields.read(file, at, FIXED);
    if (fixed.u32(0) != SIGNATURE) {
      throw DamagedArchive.because("a malformed central directory");
    }
    int nameLength = fixed.u16(28);
    int extraLength = fixed.u16(30);
    Fields rest = Fields.read(file, at + FIXED, nameLength + extraLength);
    Fields name = rest.part(0, nameLength);
    Extra extra = new Extra(rest.part(nameLength, extraLength));
    extra.requireName(name.copy());
    Extra.Sizes sizes = extra.sizes(new Extra.Sizes(fixed.u32(24), fixed.u32(20), fixed.u32(42)));
    return new Central(
        ByteBuffer.wrap(name.copy()),
        fixed.u16(8),
        fixed.u16(10),
        fixed.u32(16),
        sizes.packed(),
        sizes.size(),
        new Attributes(fixed.u16(4) >> 8, fixed.u32(38)),
        sizes.local(),
        FIXED + nameLength + extraLength + fixed.u16(32));
  }

  /** What the entry claims to be, or why it is refused. */
  Entry entry() {
    String text = StandardCharsets.UTF_8.decode(name.duplicate()).toString();
    boolean slash = text.endsWith("/");
    if ((flags & ENCRYPTED) != 0) {
      return Entry.refused(text, "encrypted");
    }
    if ((flags & PATCH) != 0 || (method != Deflated.METHOD && method != Deflated.STORED)) {
      return Entry.refused(text, "an unknown compression method");
    }
    int type = attributes.mode() & 0170000;
    return switch (type) {
      case 0, 0100000, 0040000 -> plain(text, slash, type == 0040000);
      case 0120000 ->
          slash
              ? Entry.refused(text, "a link and a directory")
              : Entry.of(text, Entry.Kind.LINK, size);
      default -> Entry.refused(text, "a device or a fifo");
    };
  }

  private Entry plain(String text, boolean slash, boolean directory) {
    if (slash) {
      return size == 0
          ? Entry.of(text.substring(0, text.length() - 1), Entry.Kind.DIRECTORY, 0)
          : Entry.refused(text, "a directory with content");
    }
    if (directory) {
      return Entry.refused(text, "a directory without a slash");
    }
    boolean executable = (attributes.mode() & 0111) != 0;
    return Entry.of(text, executable ? Entry.Kind.EXECUTABLE : Entry.Kind.FILE, size);
  }
}
