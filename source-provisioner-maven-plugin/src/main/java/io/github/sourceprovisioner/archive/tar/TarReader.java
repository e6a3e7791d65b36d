package io.github.sourceprovisioner.archive.tar;

import io.github.sourceprovisioner.archive.entry.DamagedArchive;
import io.github.sourceprovisioner.archive.entry.Entry;
import io.github.sourceprovisioner.archive.entry.EntryVisitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads one tar archive to its very end. Only the kinds of entries that a tree can have are taken;
 * two blocks of zeros must end the archive, and nothing but zeros may follow: a plain tar that was
 * cut between two entries would look complete otherwise.
 */
public final class TarReader {

  private static final int BLOCK = TarHeader.BLOCK;

  private final TarInput in;

  /** A reader of the bytes of a tar archive, already decompressed. */
  public TarReader(InputStream in) {
    this.in = new TarInput(in);
  }

  /** Whether a file that starts with these bytes can be a tar archive. */
  public static boolean isTar(byte[] start) {
    return start.length >= BLOCK
        && (TarHeader.isZero(start, 0, BLOCK) || TarHeader.hasChecksum(start));
  }

  /**
   * Tells the visitor of every entry.
   *
   * @throws DamagedArchive if the archive breaks the rules of its format
   */
  public void read(EntryVisitor visitor) throws IOException {
    LongNames names = new LongNames();
    while (true) {
      byte[] block = in.block();
      if (TarHeader.isZero(block, 0, BLOCK)) {
        names.requireUsed();
        in.requireEnd();
        return;
      }
      TarHeader header = TarHeader.parse(block);
      if (names.isExtension(header)) {
        names.add(header, in);
      } else {
        visit(header, names, visitor);
        names = new LongNames();
      }
    }
  }

  private void visit(TarHeader header, LongNames names, EntryVisitor visitor) throws IOException {
    names.requireSize(header.size());
    String name = names.path().orElse(header.name());
    Optional<Entry.Kind> kind = header.kind(name);
    String plain = kind.isPresent() ? withoutSlash(name, kind.get()) : name;
    if (names.isSparse() || kind.isEmpty()) {
      String objection = names.isSparse() ? "a sparse file" : header.typeName();
      visitor.visit(Entry.refused(name, objection), InputStream::nullInputStream);
      in.skip(header.storedSize());
      return;
    }
    if (kind.get() == Entry.Kind.LINK) {
      byte[] target = names.target().orElseGet(header::target);
      visitor.visit(
          Entry.of(plain, kind.get(), target.length), () -> new ByteArrayInputStream(target));
      in.skip(header.storedSize());
      return;
    }
    boolean directory = kind.get() == Entry.Kind.DIRECTORY;
    try (TarInput.Content content = in.content(header.storedSize())) {
      visitor.visit(Entry.of(plain, kind.get(), directory ? 0 : header.size()), () -> content);
    }
  }

  /** A directory may end in one slash. */
  private static String withoutSlash(String name, Entry.Kind kind) {
    return kind == Entry.Kind.DIRECTORY && name.endsWith("/")
        ? name.substring(0, name.length() - 1)
        : name;
  }
}
