package io.github.sourceprovisioner.archive.zip;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import io.github.sourceprovisioner.archive.entry.Entry;
import io.github.sourceprovisioner.archive.entry.EntryVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads one zip archive by its central directory. The entries must fill the file without gaps and
 * without overlaps, so that nothing hides between them and no byte is unpacked twice.
 */
public final class ZipReader {

  private final Path file;
  private final long mostEntries;
  private final long mostBytes;

  /**
   * A reader.
   *
   * @param mostEntries how many entries are listed at all; one more makes the archive unreadable
   * @param mostBytes how long the list may be, since it is kept in memory
   */
  public ZipReader(Path file, long mostEntries, long mostBytes) {
    this.file = file;
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
  }

  /** Whether a file that starts with these bytes can be a zip archive, perhaps an empty one. */
  public static boolean isZip(byte[] start) {
    return start.length >= 4
        && start[0] == 'P'
        && start[1] == 'K'
        && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
  }

  /**
   * Tells the visitor of every entry.
   *
   * @throws DamagedArchive if the archive breaks the rules of its format
   */
  public void read(EntryVisitor visitor) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      List<Central> entries = list(channel);
      requireNoGaps(channel, entries);
      for (Central central : entries) {
        Entry entry = central.entry();
        if (entry.kind() == Entry.Kind.REFUSED) {
          visitor.visit(entry, InputStream::nullInputStream);
          continue;
        }
        long from = LocalHeader.of(central, channel).content();
        try (Deflated content = new Deflated(channel, central, from)) {
          visitor.visit(entry, () -> content);
        }
      }
    }
  }

  private List<Central> list(FileChannel channel) throws IOException {
    EndRecord end = EndRecord.find(channel);
    if (end.entries() > mostEntries) {
      throw DamagedArchive.because("more than " + mostEntries + " entries");
    }
    if (end.size() > mostBytes) {
      throw DamagedArchive.because("a central directory of more than " + mostBytes + " bytes");
    }
    List<Central> entries = new ArrayList<>();
    long at = end.from();
    for (long i = 0; i < end.entries(); i++) {
      Central entry = Central.read(channel, at);
      entries.add(entry);
      at += entry.length();
    }
    if (at != end.from() + end.size()) {
      throw DamagedArchive.because("a central directory of another length than promised");
    }
    return entries;
  }

  private void requireNoGaps(FileChannel channel, List<Central> entries) throws IOException {
    List<Central> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Central::local));
    long directory = EndRecord.find(channel).from();
    long start = sorted.isEmpty() ? directory : sorted.get(0).local();
    if (start != 0) {
      throw DamagedArchive.because("something stands before its first entry");
    }
    for (int i = 0; i < sorted.size(); i++) {
      Central entry = sorted.get(i);
      long next = i + 1 < sorted.size() ? sorted.get(i + 1).local() : directory;
      long end = LocalHeader.of(entry, channel).content() + entry.packed();
      if (end < 0 || !LocalHeader.mayFollow(entry, next - end)) {
        throw DamagedArchive.because("entries that overlap, or something between them");
      }
    }
  }
}
