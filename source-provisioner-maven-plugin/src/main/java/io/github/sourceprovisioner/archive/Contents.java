package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import io.github.sourceprovisioner.archive.entry.Entry;
import io.github.sourceprovisioner.archive.entry.EntryVisitor;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that one or more archives hold, in one tree. All entries are read to their ends before
 * any rule speaks, so that a failure names every entry that offends; only limits stop at once.
 */
final class Contents implements EntryVisitor {

  private static final String ADVICE =
      "ask whoever makes the archive to leave them out or to rename them;"
          + " a name that cannot be written here may need LC_ALL=C.UTF-8";

  private final Spool spool;
  private final Limits limits;
  private final NameBudget names;
  private final List<TreeEntry> entries = new ArrayList<>();
  private final Map<TreeEntry, Spool.Piece> pieces = new LinkedHashMap<>();
  private final Set<String> directories = new LinkedHashSet<>();
  private final Offenders offenders = new Offenders();
  private long count;
  private long total;

  Contents(Spool spool, ArchiveLimits limits) {
    this.spool = spool;
    this.limits = limits.tree();
    this.names = new NameBudget(limits.nameBytes());
  }

  @Override
  public void visit(Entry entry, Content content) throws IOException {
    count++;
    limits.checkEntries(count);
    String path = path(entry);
    names.add(path);
    switch (entry.kind()) {
      case REFUSED -> offenders.add(path, entry.objection());
      case DIRECTORY -> addDirectory(path);
      case FILE -> add(path, TreeEntry.Type.FILE, entry, content);
      case EXECUTABLE -> add(path, TreeEntry.Type.EXECUTABLE, entry, content);
      case LINK -> add(path, TreeEntry.Type.LINK, entry, content);
    }
  }

  /**
   * The tree, once every archive has been read.
   *
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if an entry cannot be in one
   */
  Map<TreeEntry, Spool.Piece> checked() {
    TreeRules.breaches(entries, directories, limits).forEach(offenders::add);
    offenders.report("entries that no tree may have", ADVICE);
    return pieces;
  }

  /** The directories that have entries of their own; never the root. */
  Set<String> directories() {
    return directories;
  }

  /** {@code tar -C directory .} writes {@code ./} before every name. */
  private static String path(Entry entry) {
    String name = entry.name();
    boolean root = entry.kind() == Entry.Kind.DIRECTORY && name.equals(".");
    return root ? "" : name.startsWith("./") ? name.substring(2) : name;
  }

  /** The root itself needs no rule, unless it has another name than a dot. */
  private void addDirectory(String path) {
    if (!path.isEmpty()) {
      directories.add(path);
    }
  }

  private void add(String path, TreeEntry.Type type, Entry entry, Content content)
      throws IOException {
    limits.checkFile(path, entry.size());
    limits.checkTotal(total + Math.max(0, entry.size()));
    Spool.Piece piece;
    try (InputStream in = content.open()) {
      piece = spool.append(in);
    }
    if (entry.size() >= 0 && piece.length() != entry.size()) {
      throw DamagedArchive.because("an entry of another length than promised");
    }
    total += piece.length();
    TreeEntry found = new TreeEntry(path, type, piece.length());
    entries.add(found);
    pieces.put(found, piece);
  }
}
