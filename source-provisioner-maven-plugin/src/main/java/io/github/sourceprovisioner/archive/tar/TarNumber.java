package io.github.sourceprovisioner.archive.tar;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;

/** A number of a header: octal digits, or base 256 where the first bit is set (GNU, star). */
final class TarNumber {

  private TarNumber() {}

  /**
   * The number; an empty field is 0.
   *
   * @param what the field, for the message
   * @throws DamagedArchive if it is negative, too large or no number
   */
  static long parse(byte[] block, int from, int length, String what) throws DamagedArchive {
    return (block[from] & 0x80) != 0
        ? binary(block, from, length, what)
        : octal(block, from, length, what);
  }

  private static long octal(byte[] block, int from, int length, String what) throws DamagedArchive {
    int at = from;
    int end = from + length;
    while (at < end && block[at] == ' ') {
      at++;
    }
    long value = 0;
    for (; at < end && block[at] >= '0' && block[at] <= '7'; at++) {
      value = value << 3 | (block[at] - '0');
    }
    for (; at < end; at++) {
      if (block[at] != ' ' && block[at] != 0) {
        throw DamagedArchive.because("a " + what + " that is no number");
      }
    }
    return value;
  }

  private static long binary(byte[] block, int from, int length, String what)
      throws DamagedArchive {
    long value = 0;
    for (int i = from; i < from + length; i++) {
      int digit = i == from ? block[i] & 0x7f : block[i] & 0xff;
      if (value > Long.MAX_VALUE >> 8) {
        throw DamagedArchive.because("a " + what + " that is negative or too large");
      }
      value = value << 8 | digit;
    }
    return value;
  }
}
