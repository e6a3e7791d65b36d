package io.github.sourceprovisioner.fetch.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Reads commits, trees and blobs, and believes none whose content does not give its id. */
final class TreeReader {

  /** A tree object with more bytes than this is refused; the largest known ones have a tenth. */
  private static final int MAX_TREE_BYTES = 64 << 20;

  /** One line of a tree. */
  record Entry(String name, FileMode mode, ObjectId id) {

    boolean isDirectory() {
      return mode.equals(FileMode.TREE);
    }

    boolean isLink() {
      return mode.equals(FileMode.SYMLINK);
    }

    boolean isSubmodule() {
      return mode.equals(FileMode.GITLINK);
    }
  }

  private final ObjectReader reader;
  private final ObjectInserter.Formatter ids = new ObjectInserter.Formatter();

  TreeReader(ObjectReader reader) {
    this.reader = reader;
  }

  /**
   * The root tree of a commit, or of what a tag stands for; empty if it is no commit.
   *
   * @throws org.eclipse.jgit.errors.MissingObjectException if it is not here
   */
  Optional<ObjectId> root(ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(reader)) {
      RevObject object = walk.peel(walk.parseAny(commit));
      if (!(object instanceof RevCommit found)) {
        return Optional.empty();
      }
      verify(found, Constants.OBJ_COMMIT, found.getRawBuffer());
      return Optional.of(found.getTree().getId());
    }
  }

  /**
   * The entries of a tree.
   *
   * @param directory where it stands, for messages; empty means the root
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if a name is not safe
   */
  List<Entry> entries(ObjectId tree, String directory) throws IOException {
    UnsafeNames unsafe = new UnsafeNames();
    String prefix = directory.isEmpty() ? "" : directory + "/";
    List<Entry> entries = entries(tree, prefix, unsafe);
    unsafe.report();
    return entries;
  }

  /**
   * The entries of a tree without those whose names are not safe.
   *
   * @param prefix where it stands, with a slash at its end; empty means the root
   * @param unsafe hears of the others
   */
  List<Entry> entries(ObjectId tree, String prefix, UnsafeNames unsafe) throws IOException {
    byte[] raw = reader.open(tree, Constants.OBJ_TREE).getCachedBytes(MAX_TREE_BYTES);
    verify(tree, Constants.OBJ_TREE, raw);
    Optional<CorruptObjectException> objection = SafeNames.objection(raw, prefix);
    List<Entry> entries = new ArrayList<>();
    CanonicalTreeParser parser = new CanonicalTreeParser();
    for (parser.reset(raw); !parser.eof(); parser.next(1)) {
      try {
        entries.add(new Entry(name(parser), parser.getEntryFileMode(), parser.getEntryObjectId()));
      } catch (CharacterCodingException e) {
        unsafe.add(prefix + parser.getEntryPathString(), e);
      }
    }
    return objection.isEmpty()
        ? entries
        : SafeNames.judge(entries, prefix, objection.get(), unsafe);
  }

  private static String name(CanonicalTreeParser parser) throws CharacterCodingException {
    int start = parser.getEntryPathLength() - parser.getNameLength();
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(parser.getEntryPathBuffer(), start, parser.getNameLength()))
        .toString();
  }

  /** Whether a blob is here at all. */
  boolean has(ObjectId blob) throws IOException {
    return reader.has(blob);
  }

  /** A blob, for reading. */
  ObjectLoader blob(ObjectId id) throws IOException {
    return reader.open(id, Constants.OBJ_BLOB);
  }

  /**
   * Reads a blob to its end.
   *
   * @return its first bytes, at most {@code head}
   * @throws CorruptObjectException if its content does not give its id
   */
  byte[] verified(ObjectId id, int head) throws IOException {
    ObjectLoader loader = blob(id);
    try (InputStream in = loader.openStream()) {
      if (!ids.idFor(Constants.OBJ_BLOB, loader.getSize(), in).equals(id)) {
        throw new CorruptObjectException(id, "content is not what the id promises");
      }
    }
    try (InputStream in = loader.openStream()) {
      return in.readNBytes(head);
    }
  }

  private void verify(ObjectId id, int type, byte[] raw) throws CorruptObjectException {
    if (!ids.idFor(type, raw).equals(id)) {
      throw new CorruptObjectException(id, "content is not what the id promises");
    }
  }
}
