package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Walks a directory without following links and sorts what it finds. */
final class DirectoryListing extends SimpleFileVisitor<Path> {

  private static final String GIT = ".git";

  private final Path root;
  private final SortedMap<byte[], Map.Entry<TreeEntry, Path>> found =
      new TreeMap<>(Arrays::compareUnsigned);
  private final Offenders offenders = new Offenders();

  private DirectoryListing(Path root) {
    this.root = root;
  }

  /** Every entry below the root with its place on disk, sorted by the bytes of the path. */
  static Map<TreeEntry, Path> of(Path root) throws IOException {
    DirectoryListing listing = new DirectoryListing(root);
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(root, listing);
    } else {
      listing.offenders.add(String.valueOf(root.getFileName()), "not a directory");
    }
    listing.offenders.report(
        "entries that are neither file nor directory nor link",
        "remove them from the source, or name a subdirectory of it (//path) without them");
    Map<TreeEntry, Path> sorted = new LinkedHashMap<>();
    listing.found.values().forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean skipped = !directory.equals(root) && isGit(directory);
    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = name(file);
    if (isGit(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      int size = DirectoryTree.linkTarget(file).getBytes(StandardCharsets.UTF_8).length;
      add(new TreeEntry(name, TreeEntry.Type.LINK, size), file);
    } else if (attributes.isRegularFile()) {
      add(new TreeEntry(name, type(file), attributes.size()), file);
    } else {
      offenders.add(name, "special file");
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(TreeEntry entry, Path file) {
    found.put(entry.path().getBytes(StandardCharsets.UTF_8), Map.entry(entry, file));
  }

  private String name(Path file) {
    String name = root.relativize(file).toString();
    String separator = file.getFileSystem().getSeparator();
    return separator.equals("/") ? name : name.replace(separator, "/");
  }

  /** The owner's bit alone counts; where there are none, no file is executable. */
  private static TreeEntry.Type type(Path file) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    boolean executable =
        posix != null
            && posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    return executable ? TreeEntry.Type.EXECUTABLE : TreeEntry.Type.FILE;
  }

  /** In any case: on some systems they all are one name. */
  private static boolean isGit(Path path) {
    return String.valueOf(path.getFileName()).equalsIgnoreCase(GIT);
  }
}
