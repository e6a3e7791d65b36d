package io.github.sourceprovisioner.archive.zip;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * What stands at the end of a zip and says where the central directory is (APPNOTE 4.3.14 to 16).
 *
 * @param entries how many there are
 * @param from where the directory starts
 * @param size how many bytes it has
 */
record EndRecord(long entries, long from, long size) {

  private static final long SIGNATURE = 0x06054b50L;
  private static final long LOCATOR = 0x07064b50L;
  private static final long SIGNATURE_64 = 0x06064b50L;
  private static final int LENGTH = 22;
  private static final int LENGTH_64 = 56;
  private static final int LENGTH_LOCATOR = 20;
  private static final int LONGEST_COMMENT = 0xffff;

  /**
   * Finds the record.
   *
   * @throws DamagedArchive if there is none, or more than one, or if something stands between the
   *     directory and the end of the file
   */
  static EndRecord find(FileChannel file) throws IOException {
    long size = file.size();
    if (size < LENGTH) {
      throw DamagedArchive.cut();
    }
    int window = (int) Math.min(size, LENGTH + LONGEST_COMMENT);
    Fields tail = Fields.read(file, size - window, window);
    int at = only(tail);
    if (at < 0) {
      throw DamagedArchive.cut();
    }
    if (at + LENGTH + tail.u16(at + 20) != window) {
      throw DamagedArchive.because("something follows its end");
    }
    if (tail.u16(at + 4) != 0 || tail.u16(at + 6) != 0) {
      throw several();
    }
    return locate(file, size - window + at, tail.part(at, LENGTH));
  }

  /** Where the only signature is; -1 if there is none. */
  private static int only(Fields tail) throws DamagedArchive {
    int found = -1;
    for (int at = 0; at <= tail.length() - 4; at++) {
      if (tail.u32(at) == SIGNATURE) {
        if (found >= 0) {
          throw DamagedArchive.because("two ends");
        }
        found = at;
      }
    }
    return found > tail.length() - LENGTH ? -1 : found;
  }

  private static EndRecord locate(FileChannel file, long at, Fields end) throws IOException {
    EndRecord plain = new EndRecord(end.u16(10), end.u32(16), end.u32(12));
    boolean whole = end.u16(8) == end.u16(10);
    if (!whole) {
      throw several();
    }
    boolean large =
        plain.entries == 0xffff || plain.from == Fields.NO_NUMBER || plain.size == Fields.NO_NUMBER;
    boolean locator =
        at >= LENGTH_LOCATOR
            && Fields.read(file, at - LENGTH_LOCATOR, LENGTH_LOCATOR).u32(0) == LOCATOR;
    if (!locator) {
      return large ? refuse("no zip64 record") : plain.endingAt(at);
    }
    return zip64(file, at - LENGTH_LOCATOR, plain);
  }

  private static EndRecord zip64(FileChannel file, long locatorAt, EndRecord plain)
      throws IOException {
    Fields locator = Fields.read(file, locatorAt, LENGTH_LOCATOR);
    long at = locator.u64(8);
    if (at != locatorAt - LENGTH_64) {
      return refuse("a zip64 record at the wrong place");
    }
    Fields record = Fields.read(file, at, LENGTH_64);
    EndRecord found = new EndRecord(record.u64(32), record.u64(48), record.u64(40));
    if (record.u32(0) != SIGNATURE_64 || record.u64(4) != LENGTH_64 - 12) {
      return refuse("a malformed zip64 record");
    }
    if (record.u64(24) != found.entries || record.u32(16) != 0 || record.u32(20) != 0) {
      throw several();
    }
    if (differs(plain.entries, found.entries, 0xffff)
        || differs(plain.from, found.from, Fields.NO_NUMBER)
        || differs(plain.size, found.size, Fields.NO_NUMBER)) {
      return refuse("two ends that disagree");
    }
    return found.endingAt(at);
  }

  private static boolean differs(long plain, long large, long placeholder) {
    return plain != placeholder && plain != large;
  }

  private EndRecord endingAt(long end) throws DamagedArchive {
    if (from > end || end - from != size) {
      throw DamagedArchive.because("a central directory at the wrong place");
    }
    return this;
  }

  private static EndRecord refuse(String reason) throws DamagedArchive {
    throw DamagedArchive.because(reason);
  }

  private static DamagedArchive several() {
    return DamagedArchive.because("it is one of several parts");
  }
}
