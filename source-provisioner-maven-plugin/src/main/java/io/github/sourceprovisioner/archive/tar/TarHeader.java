package io.github.sourceprovisioner.archive.tar;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import io.github.sourceprovisioner.archive.entry.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One header block (POSIX.1-1988, "tar Interchange Format").
 *
 * @param name with the prefix of ustar; a directory's may end in a slash
 * @param mode the twelve bits that POSIX knows
 * @param size as it stands there; 0 or more
 * @param type the flag
 * @param linkName the bytes of the target in ISO 8859-1, so that none is lost
 */
record TarHeader(String name, long mode, long size, char type, String linkName) {

  static final int BLOCK = 512;

  private static final int CHECKSUM = 148;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int PREFIX_LENGTH = 155;
  private static final int ANY_EXECUTABLE = 0111;

  /** Reads a block that is not all zeros. */
  static TarHeader parse(byte[] block) throws DamagedArchive {
    if (!hasChecksum(block)) {
      throw DamagedArchive.because("a header with a wrong checksum");
    }
    long size = TarNumber.parse(block, 124, 12, "size");
    String name = text(block, 0, 100);
    String prefix = isPosix(block) ? text(block, PREFIX, PREFIX_LENGTH) : "";
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name,
        TarNumber.parse(block, 100, 8, "mode"),
        size,
        (char) (block[156] & 0xff),
        new String(raw(block, 157, 100), StandardCharsets.ISO_8859_1));
  }

  /** What the entry is in a tree; empty if it cannot be in one. */
  Optional<Entry.Kind> kind(String fullName) {
    return switch (type) {
      case '0', '\0' -> Optional.of(file(fullName));
      case '2' -> Optional.of(Entry.Kind.LINK);
      case '5' -> Optional.of(Entry.Kind.DIRECTORY);
      default -> Optional.empty();
    };
  }

  /** Before ustar, a directory was a file whose name ends in a slash. */
  private Entry.Kind file(String fullName) {
    if (fullName.endsWith("/")) {
      return Entry.Kind.DIRECTORY;
    }
    return (mode & ANY_EXECUTABLE) == 0 ? Entry.Kind.FILE : Entry.Kind.EXECUTABLE;
  }

  /** How many bytes follow the header: links and directories have no content, whatever they say. */
  long storedSize() throws DamagedArchive {
    boolean without = type >= '1' && type <= '6';
    if (without && size != 0) {
      throw DamagedArchive.because("content where " + typeName() + " has none");
    }
    return size;
  }

  /** The type for a message. */
  String typeName() {
    return switch (type) {
      case '1' -> "a hard link";
      case '2' -> "a link";
      case '3', '4' -> "a device";
      case '5' -> "a directory";
      case '6' -> "a fifo";
      case 'S' -> "a sparse file";
      default -> "an entry of an unknown type";
    };
  }

  byte[] target() {
    return linkName.getBytes(StandardCharsets.ISO_8859_1);
  }

  static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** The sum of all bytes, with spaces in the place of the sum itself. */
  static boolean hasChecksum(byte[] block) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : block[i] & 0xff;
    }
    try {
      return TarNumber.parse(block, CHECKSUM, 8, "checksum") == sum;
    } catch (DamagedArchive e) {
      return false;
    }
  }

  /** GNU's own format keeps other things where POSIX has the prefix. */
  private static boolean isPosix(byte[] block) {
    byte[] magic = Arrays.copyOfRange(block, MAGIC, MAGIC + 6);
    return Arrays.equals(magic, "ustar\0".getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(byte[] block, int from, int length) {
    return new String(raw(block, from, length), StandardCharsets.UTF_8);
  }

  private static byte[] raw(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(block, from, end);
  }
}
