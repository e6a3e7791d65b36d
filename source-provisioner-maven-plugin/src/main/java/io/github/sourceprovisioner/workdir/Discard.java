package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes what is ours as a whole; never follows a link. */
final class Discard {

  private Discard() {}

  /** Deletes a staged copy with everything in it; nothing happens if it is not there. */
  static void tree(Path root) throws IOException {
    visit(root, true);
  }

  /** Deletes every directory at and below a root that holds no file, however deep. */
  static void emptyDirectories(Path root) throws IOException {
    visit(root, false);
  }

  /** Deletes the directories above a path that are empty, up to but without a last one. */
  static void emptyParents(Path path, Path last) throws IOException {
    for (Path at = path.getParent(); at != null && !at.equals(last); at = at.getParent()) {
      if (!directoryIfEmpty(at)) {
        return;
      }
    }
  }

  /** Whether the directory was empty, and so is gone; also if it was gone before. */
  static boolean directoryIfEmpty(Path directory) throws IOException {
    try {
      Files.deleteIfExists(directory);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  private static void visit(Path root, boolean filesToo) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(root, new Visitor(filesToo));
  }

  /** Deletes from the leaves to the root. */
  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final boolean filesToo;

    Visitor(boolean filesToo) {
      this.filesToo = filesToo;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (filesToo) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      directoryIfEmpty(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
