package io.github.sourceprovisioner.archive.zip;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.util.Arrays;
import java.util.Optional;

/** The extra fields of an entry (APPNOTE 4.5). */
final class Extra {

  private static final int ZIP64 = 1;
  private static final int UNICODE_PATH = 0x7075;

  private final Optional<Fields> zip64;
  private final Optional<Fields> unicodePath;

  /**
   * The three numbers that may stand elsewhere.
   *
   * @param size the bytes of the content
   * @param packed the bytes that it takes in the archive
   * @param local where the local header starts
   */
  record Sizes(long size, long packed, long local) {}

  Extra(Fields fields) throws DamagedArchive {
    Optional<Fields> large = Optional.empty();
    Optional<Fields> path = Optional.empty();
    for (int at = 0; at + 4 <= fields.length(); ) {
      int id = fields.u16(at);
      Fields value = fields.part(at + 4, fields.u16(at + 2));
      if ((id == ZIP64 && large.isPresent()) || (id == UNICODE_PATH && path.isPresent())) {
        throw DamagedArchive.because("an extra field twice");
      }
      large = id == ZIP64 ? Optional.of(value) : large;
      path = id == UNICODE_PATH ? Optional.of(value) : path;
      at += 4 + value.length();
    }
    zip64 = large;
    unicodePath = path;
  }

  /** Another name in an extra field is one that other readers would take. */
  void requireName(byte[] name) throws DamagedArchive {
    if (unicodePath.isPresent() && unicodePath.get().length() >= 5) {
      Fields path = unicodePath.get();
      if (!Arrays.equals(path.part(5, path.length() - 5).copy(), name)) {
        throw DamagedArchive.because("two names for one entry");
      }
    }
  }

  /** The numbers, each from the extra field where the header has a placeholder. */
  Sizes sizes(Sizes header) throws DamagedArchive {
    int[] at = {0};
    long size = large(header.size(), at);
    long packed = large(header.packed(), at);
    return new Sizes(size, packed, large(header.local(), at));
  }

  private long large(long value, int[] at) throws DamagedArchive {
    if (value != Fields.NO_NUMBER) {
      return value;
    }
    if (zip64.isEmpty() || zip64.get().length() < at[0] + 8) {
      throw DamagedArchive.because("no zip64 field for an entry");
    }
    at[0] += 8;
    return zip64.get().u64(at[0] - 8);
  }
}
