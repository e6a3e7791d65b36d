package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what the plugin wrote with what is there now. Never follows a link. */
final class Edits {

  private final Path root;
  private final Map<String, Boolean> directories = new HashMap<>();

  Edits(Path root) {
    this.root = root;
  }

  /** The paths of the files that are not as they were written, also those that are gone; sorted. */
  List<String> find(List<OwnedFile> files) throws IOException {
    List<String> edited = new ArrayList<>();
    for (OwnedFile file : files) {
      if (!unchanged(file)) {
        edited.add(file.path());
      }
    }
    edited.sort(null);
    return edited;
  }

  /** Whether a file is as it was written. Content is read only if the time stamp differs. */
  boolean unchanged(OwnedFile file) throws IOException {
    return holds(file, true);
  }

  /** Whether a file is as it was written. Its content is read, whatever the time stamp says. */
  boolean holds(OwnedFile file) throws IOException {
    return holds(file, false);
  }

  private boolean holds(OwnedFile file, boolean believeTimes) throws IOException {
    Path path = Inside.resolve(root, file.path());
    if (!isDirectory(parent(file.path()))) {
      return false;
    }
    Optional<BasicFileAttributes> found = attributes(path);
    if (found.isEmpty()) {
      return false;
    }
    BasicFileAttributes now = found.get();
    if (file.type() == TreeEntry.Type.LINK) {
      return now.isSymbolicLink() && file.sha256().equals(linkDigest(path));
    }
    return now.isRegularFile()
        && now.size() == file.size()
        && ((believeTimes && now.lastModifiedTime().toInstant().equals(file.modified()))
            || file.sha256().equals(fileDigest(path)));
  }

  private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whether a relative path is a directory that is reached from the root without a link. */
  boolean isDirectory(String path) {
    Boolean known = directories.get(path);
    if (known != null) {
      return known;
    }
    boolean result =
        (path.isEmpty() || isDirectory(parent(path)))
            && Files.isDirectory(Inside.resolve(root, path), LinkOption.NOFOLLOW_LINKS);
    directories.put(path, result);
    return result;
  }

  /** The empty path is the root. */
  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String linkDigest(Path link) throws IOException {
    String separator = link.getFileSystem().getSeparator();
    String target = Files.readSymbolicLink(link).toString().replace(separator, "/");
    byte[] text = target.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(text));
  }

  private static String fileDigest(Path file) throws IOException {
    MessageDigest digest = TreeDigest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
