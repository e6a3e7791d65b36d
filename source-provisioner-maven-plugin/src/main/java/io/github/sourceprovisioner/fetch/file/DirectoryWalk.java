package io.github.sourceprovisioner.fetch.file;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Hashes what is in a directory and, if asked, copies it in the same pass, so that the digest
 * speaks of the very bytes that were copied. Follows no links; leaves out everything named {@code
 * .git}.
 */
final class DirectoryWalk extends SimpleFileVisitor<Path> {

  private final Path source;
  private final Optional<Path> target;
  private final TreeDigest digest = new TreeDigest();

  /**
   * A walk.
   *
   * @param target where to copy to; an empty directory
   */
  DirectoryWalk(Path source, Optional<Path> target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Walks now.
   *
   * @throws IntegrityMismatch if something is neither a file, a directory nor a link
   * @throws InterruptedException if this thread was asked to stop
   */
  TreeDigest digest() throws IOException, InterruptedException {
    Files.walkFileTree(source, this);
    if (Thread.interrupted()) {
      throw new InterruptedException("reading " + source + " was stopped");
    }
    return digest;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (!directory.equals(source) && isGit(directory)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    return Thread.currentThread().isInterrupted()
        ? FileVisitResult.TERMINATE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (isGit(file)) {
      return FileVisitResult.CONTINUE;
    }
    String path = path(file);
    if (attributes.isSymbolicLink()) {
      link(file, path);
    } else if (attributes.isRegularFile()) {
      file(file, path);
    } else {
      throw new IntegrityMismatch(
          Problem.of("neither a file, a directory nor a link: " + path)
              .advise("remove it from the directory"));
    }
    return FileVisitResult.CONTINUE;
  }

  private void link(Path link, String path) throws IOException {
    Path to = Files.readSymbolicLink(link);
    String text = to.toString().replace(to.getFileSystem().getSeparator(), "/");
    byte[] hash = TreeDigest.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    digest.add(TreeEntry.Type.LINK, HexFormat.of().formatHex(hash), path);
    if (target.isPresent()) {
      Files.createSymbolicLink(prepared(path), to);
    }
  }

  private void file(Path file, String path) throws IOException {
    boolean executable = isExecutable(file);
    MessageDigest sha256 = TreeDigest.sha256();
    try (InputStream opened =
            Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        InputStream in = new DigestInputStream(opened, sha256)) {
      if (target.isPresent()) {
        copy(in, prepared(path), executable);
      } else {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    TreeEntry.Type type = executable ? TreeEntry.Type.EXECUTABLE : TreeEntry.Type.FILE;
    digest.add(type, HexFormat.of().formatHex(sha256.digest()), path);
  }

  private static void copy(InputStream in, Path to, boolean executable) throws IOException {
    Files.copy(in, to);
    PosixFileAttributeView view =
        Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && executable) {
      view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** The owner's bit, as git has it; a file system without such bits has no executables. */
  private static boolean isExecutable(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
  }

  private Path prepared(String path) throws IOException {
    Path to = target.orElseThrow().resolve(path);
    Files.createDirectories(to.getParent());
    return to;
  }

  private String path(Path file) {
    Path relative = source.relativize(file);
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }

  private static boolean isGit(Path path) {
    return path.getFileName().toString().equalsIgnoreCase(".git");
  }
}
