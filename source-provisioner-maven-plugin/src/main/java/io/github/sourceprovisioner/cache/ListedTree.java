package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A tree that is read where it stays, each entry against its line in the cache. */
final class ListedTree implements SourceTree {

  private final SourceTree content;
  private final List<TreeEntry> entries;
  private final Map<String, TreeLines.Line> lines;
  private final Supplier<IntegrityMismatch> mismatch;

  /**
   * Compares the entries with the lines.
   *
   * @throws IntegrityMismatch if the content holds more, less or something else
   */
  ListedTree(
      SourceTree content, Map<String, TreeLines.Line> lines, Supplier<IntegrityMismatch> mismatch) {
    this.content = content;
    this.entries = content.entries();
    this.lines = lines;
    this.mismatch = mismatch;
    if (entries.size() != lines.size() || !entries.stream().allMatch(this::isListed)) {
      throw mismatch.get();
    }
  }

  private boolean isListed(TreeEntry entry) {
    TreeLines.Line line = lines.get(entry.path());
    return line != null && line.type() == entry.type();
  }

  @Override
  public List<TreeEntry> entries() {
    return entries;
  }

  @Override
  public InputStream open(TreeEntry entry) throws IOException {
    InputStream in = new BoundedStream(content.open(entry), entry);
    return new CheckedStream(in, proven(entry).orElseThrow(), mismatch);
  }

  @Override
  public Optional<String> proven(TreeEntry entry) {
    return Optional.ofNullable(lines.get(entry.path())).map(TreeLines.Line::sha256);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
