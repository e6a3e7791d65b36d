package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A snapshot that is read where it is, entry by entry, each against its own digest. */
final class ZipTree implements SourceTree {

  private final ZipFile zip;
  private final Function<String, IntegrityMismatch> mismatch;
  private final Map<TreeEntry, Stored> stored = new LinkedHashMap<>();

  private record Stored(ZipArchiveEntry header, String sha256) {}

  /**
   * Compares the central directory with the lines.
   *
   * @param mismatch makes the failure from what is wrong with the zip
   * @throws IntegrityMismatch if the zip holds more, less or something else
   */
  ZipTree(
      ZipFile zip,
      Map<String, TreeLines.Line> lines,
      Function<String, IntegrityMismatch> mismatch) {
    this.zip = zip;
    this.mismatch = mismatch;
    List<ZipArchiveEntry> headers = Collections.list(zip.getEntries());
    if (headers.size() != lines.size()) {
      throw mismatch.apply(headers.size() + " entries instead of " + lines.size());
    }
    lines.forEach((path, line) -> add(path, line));
  }

  /**
   * Opens the zip without following a link.
   *
   * @throws IOException if it is no zip
   */
  static ZipFile zip(Path file) throws IOException {
    return ZipFile.builder()
        .setSeekableByteChannel(
            Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
        .setCharset(StandardCharsets.UTF_8)
        .setUseUnicodeExtraFields(false)
        .setIgnoreLocalFileHeader(true)
        .get();
  }

  private void add(String path, TreeLines.Line line) {
    ZipArchiveEntry header = zip.getEntry(path);
    if (header == null
        || header.getMethod() != ZipArchiveEntry.STORED
        || header.getUnixMode() != SnapshotWriter.mode(line.type())) {
      throw mismatch.apply("another entry than promised");
    }
    TreeEntry entry = new TreeEntry(path, line.type(), header.getSize());
    stored.put(entry, new Stored(header, line.sha256()));
  }

  @Override
  public List<TreeEntry> entries() {
    return List.copyOf(stored.keySet());
  }

  @Override
  public InputStream open(TreeEntry entry) throws IOException {
    Stored content = stored.get(entry);
    if (content == null) {
      throw new IllegalArgumentException("not of this tree: " + entry);
    }
    try {
      return new CheckedStream(
          zip.getInputStream(content.header()),
          content.sha256(),
          () -> mismatch.apply("other bytes than promised"));
    } catch (IOException | RuntimeException e) {
      IntegrityMismatch failure = mismatch.apply("an entry that cannot be read");
      failure.addSuppressed(e);
      throw failure;
    }
  }

  @Override
  public Optional<String> proven(TreeEntry entry) {
    return Optional.ofNullable(stored.get(entry)).map(Stored::sha256);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
