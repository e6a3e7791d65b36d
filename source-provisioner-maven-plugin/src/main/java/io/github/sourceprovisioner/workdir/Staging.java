package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes entries of a tree as plain files and links below an empty directory. Links come last, so
 * that no file is ever written through one. Modes are 0644 or 0755 less the umask and nothing else.
 */
final class Staging {

  private final Path root;

  Staging(Path root) {
    this.root = root;
  }

  /**
   * Copies entries and tells what was written. The first byte is written only if every name can be.
   *
   * @throws AccessDenied if the JVM or the file system cannot hold a name or a link
   */
  List<OwnedFile> fill(SourceTree tree, List<TreeEntry> entries) throws IOException {
    entries.forEach(this::target);
    Modes.directories(root);
    for (String directory : Inside.parents(entries.stream().map(TreeEntry::path).toList())) {
      Modes.directories(Inside.resolve(root, directory));
    }
    List<OwnedFile> owned = files(tree, entries);
    for (TreeEntry entry : entries) {
      if (entry.type() == TreeEntry.Type.LINK) {
        owned.add(link(tree, entry));
      }
    }
    return owned;
  }

  private List<OwnedFile> files(SourceTree tree, List<TreeEntry> entries) throws IOException {
    try (FileWriters writers = new FileWriters(entries.size())) {
      for (TreeEntry entry : entries) {
        if (entry.type() != TreeEntry.Type.LINK) {
          try (InputStream in = tree.open(entry)) {
            writers.write(in, new NewFile(entry, target(entry), tree.proven(entry)));
          }
        }
      }
      return writers.written();
    }
  }

  private OwnedFile link(SourceTree tree, TreeEntry entry) throws IOException {
    byte[] text;
    try (InputStream in = tree.open(entry)) {
      text = in.readAllBytes();
    }
    String target = new String(text, StandardCharsets.UTF_8);
    if (!Inside.holdsLink(entry.path(), target)) {
      throw unsafe("the link " + entry.path() + " leaves the source");
    }
    Path link = target(entry);
    try {
      Files.createSymbolicLink(link, link.getFileSystem().getPath(target));
    } catch (UnsupportedOperationException e) {
      throw noLinks(entry, e);
    }
    String sha256 = hex(TreeDigest.sha256().digest(text));
    return new OwnedFile(entry.type(), sha256, text.length, Instant.EPOCH, entry.path());
  }

  /** Where an entry goes. */
  private Path target(TreeEntry entry) {
    if (!Inside.holds(entry.path())) {
      throw unsafe("the source holds the path \"" + entry.path() + "\"");
    }
    return Inside.resolve(root, entry.path());
  }

  private static IntegrityMismatch unsafe(String what) {
    return new IntegrityMismatch(
        Problem.of(what + ", which could reach files outside the workdir")
            .advise("report it to whoever publishes the source; the workdir is as it was"));
  }

  private static AccessDenied noLinks(TreeEntry entry, Throwable reason) {
    return new AccessDenied(
        Problem.of("this file system cannot hold the symbolic link " + entry.path())
            .because(reason)
            .advise("set source.workdirDirectory to a directory on one that can")
            .advise("leave the link out with excluded_paths"));
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
