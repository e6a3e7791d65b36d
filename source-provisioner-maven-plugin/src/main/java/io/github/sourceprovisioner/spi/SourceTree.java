package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Files and links that can be listed and read, wherever they are: in an object store, in a zip, in
 * a directory.
 */
public interface SourceTree extends Closeable {

  /** Every entry once, in any order. */
  List<TreeEntry> entries();

  /**
   * The content of a file, or the target of a link in UTF-8. The caller closes it, and reads one
   * entry at a time.
   */
  InputStream open(TreeEntry entry) throws IOException;

  /** Reads every entry once, for the {@code t1} digest of the tree and the list of its files. */
  default TreeDigest digest() throws IOException {
    TreeDigest whole = new TreeDigest();
    for (TreeEntry entry : entries()) {
      MessageDigest sha256 = TreeDigest.sha256();
      try (InputStream in = open(entry)) {
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
      }
      whole.add(entry.type(), HexFormat.of().formatHex(sha256.digest()), entry.path());
    }
    return whole;
  }

  /**
   * The SHA-256 of an entry in lower-case hex, if the stream of {@link #open} proves it: then the
   * end of that stream is reached only if the content has this digest. Empty if it does not.
   */
  default Optional<String> proven(TreeEntry entry) {
    return Optional.empty();
  }
}
