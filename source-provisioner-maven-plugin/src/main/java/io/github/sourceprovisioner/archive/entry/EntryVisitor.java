package io.github.sourceprovisioner.archive.entry;

import java.io.IOException;
import java.io.InputStream;

/** Hears of the entries of an archive in the order in which they stand. */
public interface EntryVisitor {

  /** The content of an entry, to be opened at most once and during the visit only. */
  interface Content {

    /** The bytes; an {@link IOException} says that the archive is damaged. */
    InputStream open() throws IOException;
  }

  /** One more entry. Its content may be left unread. */
  void visit(Entry entry, Content content) throws IOException;
}
