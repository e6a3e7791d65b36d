package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The modes of everything that is made here: 0644 or 0755 less the umask, so that nobody else can
 * write it even with a umask of 000. A file system without modes decides itself.
 */
final class Modes {

  private static final Set<PosixFilePermission> PLAIN =
      Set.copyOf(PosixFilePermissions.fromString("rw-r--r--"));

  private static final Set<PosixFilePermission> EXECUTABLE =
      Set.copyOf(PosixFilePermissions.fromString("rwxr-xr-x"));

  private Modes() {}

  /** What to make a plain file with. */
  static FileAttribute<?>[] plain(Path path) {
    return of(path, PLAIN);
  }

  /** What to make an executable file with. */
  static FileAttribute<?>[] executable(Path path) {
    return of(path, EXECUTABLE);
  }

  /** Makes a directory and those above it that do not exist yet. */
  static void directories(Path directory) throws IOException {
    Files.createDirectories(directory, executable(directory));
  }

  /** Makes the directories above a path that do not exist yet. */
  static void parents(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      directories(parent);
    }
  }

  private static FileAttribute<?>[] of(Path path, Set<PosixFilePermission> permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
