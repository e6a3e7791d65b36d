package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a tree as a zip whose bytes depend on the tree alone: sorted by the bytes of the paths,
 * stored without compression, since every zlib packs differently, with one time for all.
 */
record SnapshotWriter(Path staging, CacheTrouble trouble) {

  private static final Comparator<TreeEntry> BY_PATH_BYTES =
      (a, b) -> Arrays.compareUnsigned(utf8(a.path()), utf8(b.path()));

  /** A zip keeps local time. Noon of a winter's day exists in every zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 12, 0);

  /**
   * Reads every entry of the tree once.
   *
   * @throws IOException if the tree cannot be read
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if a file is longer than its
   *     entry says, or than any may be
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if the cache cannot be written
   */
  StagedSnapshot write(SourceTree tree) throws IOException {
    Path zip = staging.resolve("snapshot.zip");
    TreeDigest digest = new TreeDigest();
    List<TreeEntry> sorted = tree.entries().stream().sorted(BY_PATH_BYTES).toList();
    try (CountedOutput counted = trouble.output(zip)) {
      try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(counted)) {
        out.setEncoding(StandardCharsets.UTF_8.name());
        for (TreeEntry entry : sorted) {
          EntryContent content = read(tree, entry);
          digest.add(entry.type(), content.sha256(), entry.path());
          out.putArchiveEntry(header(entry, content));
          content.copyTo(out);
          out.closeArchiveEntry();
        }
      }
      return new StagedSnapshot(zip, digest.lines(), counted.count(), counted.sha256());
    }
  }

  private EntryContent read(SourceTree tree, TreeEntry entry) throws IOException {
    try (InputStream in = new BoundedStream(tree.open(entry), entry)) {
      return EntryContent.read(in, staging.resolve("spool"), trouble);
    }
  }

  private static ZipArchiveEntry header(TreeEntry entry, EntryContent content) {
    ZipArchiveEntry header = new ZipArchiveEntry(entry.path());
    header.setMethod(ZipArchiveEntry.STORED);
    header.setSize(content.size());
    header.setCompressedSize(content.size());
    header.setCrc(content.crc());
    header.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
    header.setUnixMode(mode(entry.type()));
    return header;
  }

  /** The mode that stands for the type, in both directions. */
  static int mode(TreeEntry.Type type) {
    return switch (type) {
      case FILE -> UnixStat.FILE_FLAG | 0644;
      case EXECUTABLE -> UnixStat.FILE_FLAG | 0755;
      case LINK -> UnixStat.LINK_FLAG | 0777;
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
