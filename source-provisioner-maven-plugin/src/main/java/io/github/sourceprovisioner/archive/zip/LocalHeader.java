package io.github.sourceprovisioner.archive.zip;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Set;

/**
 * The header before the content (APPNOTE 4.3.7). Readers of streams see nothing else, so it must
 * say the same as the central directory.
 *
 * @param content where the content starts
 */
record LocalHeader(long content) {

  private static final int FIXED = 30;
  private static final long SIGNATURE = 0x04034b50L;

  /** Sizes and checksum follow the content. */
  private static final int DESCRIPTOR = 1 << 3;

  /** With and without a signature, with numbers of four and of eight bytes. */
  private static final Set<Long> DESCRIPTOR_LENGTHS = Set.of(12L, 16L, 20L, 24L);

  /**
   * Reads the header of an entry.
   *
   * @throws DamagedArchive if it disagrees with the central directory
   */
  static LocalHeader of(Central entry, FileChannel file) throws IOException {
    Fields fixed = Fields.read(file, entry.local(), FIXED);
    if (fixed.u32(0) != SIGNATURE) {
      throw DamagedArchive.because("an entry at the wrong place");
    }
    int nameLength = fixed.u16(26);
    int extraLength = fixed.u16(28);
    Fields rest = Fields.read(file, entry.local() + FIXED, nameLength + extraLength);
    byte[] name = rest.part(0, nameLength).copy();
    boolean same =
        ByteBuffer.wrap(name).equals(entry.name())
            && fixed.u16(6) == entry.flags()
            && fixed.u16(8) == entry.method();
    if (!same) {
      throw disagree();
    }
    Extra extra = new Extra(rest.part(nameLength, extraLength));
    extra.requireName(name);
    requireSizes(entry, fixed, extra);
    return new LocalHeader(entry.local() + FIXED + nameLength + extraLength);
  }

  private static void requireSizes(Central entry, Fields fixed, Extra extra) throws DamagedArchive {
    boolean later = (entry.flags() & DESCRIPTOR) != 0;
    if (later && fixed.u32(14) == 0 && fixed.u32(22) == 0) {
      return;
    }
    Extra.Sizes sizes = extra.sizes(new Extra.Sizes(fixed.u32(22), fixed.u32(18), 0));
    boolean unknown = later && sizes.size() == 0 && sizes.packed() == 0;
    boolean same = sizes.size() == entry.size() && sizes.packed() == entry.packed();
    if (!unknown && !(same && fixed.u32(14) == entry.crc())) {
      throw disagree();
    }
  }

  /** Whether what stands between the content and the next entry is what may stand there. */
  static boolean mayFollow(Central entry, long gap) {
    boolean later = (entry.flags() & DESCRIPTOR) != 0;
    return later ? gap == 0 || DESCRIPTOR_LENGTHS.contains(gap) : gap == 0;
  }

  private static DamagedArchive disagree() {
    return DamagedArchive.because("an entry that its two headers tell differently");
  }
}
