package io.github.sourceprovisioner.archive.tar;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The records of a pax header: {@code length key=value\n}, the length counting all of it. */
final class PaxRecords {

  private static final int MOST_DIGITS = 7;

  private PaxRecords() {}

  /** Key to value; a key that stands there twice is refused. */
  static Map<String, byte[]> parse(byte[] data) throws DamagedArchive {
    Map<String, byte[]> records = new HashMap<>();
    for (int at = 0; at < data.length; ) {
      int space = indexOf(data, ' ', at, data.length);
      int end = at + length(data, at, space);
      int equals = indexOf(data, '=', space + 1, end);
      if (end > data.length || end <= equals + 1 || equals < 0 || data[end - 1] != '\n') {
        throw malformed();
      }
      String key = new String(data, space + 1, equals - space - 1, StandardCharsets.UTF_8);
      if (records.put(key, Arrays.copyOfRange(data, equals + 1, end - 1)) != null) {
        throw DamagedArchive.because("a record twice in one extended header");
      }
      at = end;
    }
    return records;
  }

  private static int length(byte[] data, int from, int space) throws DamagedArchive {
    if (space <= from || space - from > MOST_DIGITS) {
      throw malformed();
    }
    int length = 0;
    for (int i = from; i < space; i++) {
      if (data[i] < '0' || data[i] > '9') {
        throw malformed();
      }
      length = 10 * length + data[i] - '0';
    }
    return length;
  }

  private static int indexOf(byte[] data, char wanted, int from, int to) {
    for (int i = from; i < Math.min(to, data.length); i++) {
      if (data[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static DamagedArchive malformed() {
    return DamagedArchive.because("a malformed extended header");
  }
}
