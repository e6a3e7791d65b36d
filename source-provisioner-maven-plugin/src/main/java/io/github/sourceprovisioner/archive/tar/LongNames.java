package io.github.sourceprovisioner.archive.tar;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before a header and speaks of it: a pax header, or GNU's long names. Readers disagree
 * about what applies when both are there, or when one follows another (CVE-2025-62518), so that is
 * refused.
 */
final class LongNames {

  private static final int MOST_BYTES = 1 << 18;

  private Optional<byte[]> longName = Optional.empty();
  private Optional<byte[]> longTarget = Optional.empty();
  private Optional<Map<String, byte[]>> pax = Optional.empty();

  /** Whether a header speaks of those that follow. */
  boolean isExtension(TarHeader header) {
    return "xgLK".indexOf(header.type()) >= 0;
  }

  /** Reads what follows a header that {@link #isExtension}. */
  void add(TarHeader header, TarInput in) throws IOException {
    byte[] data = in.data(header.size(), MOST_BYTES);
    switch (header.type()) {
      case 'g' -> requireHarmless(PaxRecords.parse(data));
      case 'x' -> {
        requireAlone(pax.isEmpty() && longName.isEmpty() && longTarget.isEmpty());
        pax = Optional.of(PaxRecords.parse(data));
      }
      case 'L' -> {
        requireAlone(pax.isEmpty() && longName.isEmpty());
        longName = Optional.of(text(data));
      }
      default -> {
        requireAlone(pax.isEmpty() && longTarget.isEmpty());
        longTarget = Optional.of(text(data));
      }
    }
  }

  /** The name of the entry, if it does not stand in its own header. */
  Optional<String> path() {
    return pax("path").or(() -> longName).map(name -> new String(name, StandardCharsets.UTF_8));
  }

  /** The target of the link, if it does not stand in its own header. */
  Optional<byte[]> target() {
    return pax("linkpath").or(() -> longTarget);
  }

  boolean isSparse() {
    return pax.orElse(Map.of()).keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
  }

  /** A size that differs from the header's lets two readers see two archives. */
  void requireSize(long size) throws DamagedArchive {
    Optional<byte[]> other = pax("size");
    if (other.isPresent()
        && !new String(other.get(), StandardCharsets.ISO_8859_1).equals(Long.toString(size))) {
      throw DamagedArchive.because("two sizes for one entry");
    }
  }

  /** The archive must not end here. */
  void requireUsed() throws DamagedArchive {
    if (pax.isPresent() || longName.isPresent() || longTarget.isPresent()) {
      throw DamagedArchive.because("an extended header without an entry");
    }
  }

  private Optional<byte[]> pax(String key) {
    return pax.map(records -> records.get(key));
  }

  private static void requireAlone(boolean alone) throws DamagedArchive {
    if (!alone) {
      throw DamagedArchive.because("several extended headers for one entry");
    }
  }

  /** A header for all entries may hold comments and times, but no name or size. */
  private static void requireHarmless(Map<String, byte[]> records) throws DamagedArchive {
    Map<String, byte[]> names = new HashMap<>(records);
    names.keySet().retainAll(Set.of("path", "linkpath", "size"));
    if (!names.isEmpty()) {
      throw DamagedArchive.because("one name or size for all entries");
    }
  }

  private static byte[] text(byte[] data) {
    int end = 0;
    while (end < data.length && data[end] != 0) {
      end++;
    }
    return Arrays.copyOf(data, end);
  }
}
