package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of what was unpacked. */
final class SpooledTree implements SourceTree {

  private final Spool spool;
  private final Map<TreeEntry, Spool.Piece> pieces;

  private SpooledTree(Spool spool, Map<TreeEntry, Spool.Piece> pieces) {
    this.spool = spool;
    this.pieces = pieces;
  }

  /**
   * What is below a directory.
   *
   * @param directory empty means the root
   */
  static SpooledTree below(String directory, Map<TreeEntry, Spool.Piece> all, Spool spool) {
    String start = directory.isEmpty() ? "" : directory + "/";
    Map<TreeEntry, Spool.Piece> below = new LinkedHashMap<>();
    all.forEach(
        (entry, piece) -> {
          if (entry.path().startsWith(start)) {
            String path = entry.path().substring(start.length());
            below.put(new TreeEntry(path, entry.type(), entry.size()), piece);
          }
        });
    return new SpooledTree(spool, below);
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  @Override
  public List<TreeEntry> entries() {
    return List.copyOf(pieces.keySet());
  }

  @Override
  public InputStream open(TreeEntry entry) throws IOException {
    Spool.Piece piece = pieces.get(entry);
    if (piece == null) {
      throw new IllegalArgumentException("not of this tree: " + entry);
    }
    return spool.open(piece);
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
