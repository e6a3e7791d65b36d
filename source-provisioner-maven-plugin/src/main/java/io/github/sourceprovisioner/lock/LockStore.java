package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * A lock file on disk. It is written whole or not at all, and only if it changes; a link or
 * anything else in its place is refused, since whoever put it there would choose what is
 * overwritten (CVE-2025-53547).
 *
 * @param path where it is, or will be; absolute
 * @param name how users know it: relative to the project
 */
public record LockStore(Path path, String name) {

  private static final int LARGEST = 10 << 20;

  /** Whether anything is there. */
  public boolean exists() {
    return attributes().isPresent();
  }

  /**
   * What the file says; no entries if there is none.
   *
   * @throws InvalidStack if it is none that this version of the plugin can have written
   * @throws CacheUnusable if the disk does not give it
   */
  public LockFile read() {
    Optional<BasicFileAttributes> found = attributes();
    if (found.isEmpty()) {
      return LockFile.EMPTY;
    }
    requirePlain(found.get());
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      LockTrouble trouble = new LockTrouble(name);
      if (bytes.length > LARGEST) {
        throw trouble.at(
            1, "it is larger than 10 MB", "restore it from version control, or delete it");
      }
      return new LockReader(trouble)
          .read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new LockTrouble(name)
          .at(1, "it is not text in UTF-8", "restore it from version control, or delete it");
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  /**
   * Adds what a run found out to what the file says by now. Nobody else writes meanwhile.
   *
   * @param before what it said when the run began
   * @return what it says then
   * @throws InvalidStack if another run has meanwhile locked a source to something else
   * @throws CacheUnusable if the disk refuses; then the file is as it was
   */
  public LockFile add(LockFile before, Collection<LockEntry> found) {
    LockFile now = read();
    LockFile wanted = new LockUnion(name).of(before, now, found);
    if (!wanted.entries().equals(now.entries())) {
      write(wanted);
    }
    return wanted;
  }

  /**
   * Removes every entry with another key. Nobody else writes meanwhile.
   *
   * @return what the file says then
   */
  public LockFile keepOnly(Set<LockKey> keys) {
    LockFile wanted = read().only(keys);
    write(wanted);
    return wanted;
  }

  /**
   * Replaces the file.
   *
   * @throws InvalidStack if something else than a file is in its place
   * @throws CacheUnusable if the disk refuses; then the file is as it was
   */
  public void write(LockFile file) {
    attributes().ifPresent(this::requirePlain);
    DraftFile drafts = new DraftFile(path);
    try {
      drafts.sweep(directory());
      Path draft = drafts.write(LockText.of(file));
      try {
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw unusable("written", e);
    }
  }

  private Path directory() throws IOException {
    return Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(path));
  }

  private Optional<BasicFileAttributes> attributes() {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  private void requirePlain(BasicFileAttributes found) {
    if (!found.isRegularFile()) {
      throw new InvalidStack(
          Problem.of(
                  "the lock file is " + kind(found) + ", and only a plain file is read or replaced")
              .at(Position.of(name))
              .advise(
                  "put a plain file in its place, or name another one with -Dsource.lockFile=…"));
    }
  }

  private static String kind(BasicFileAttributes found) {
    if (found.isSymbolicLink()) {
      return "a link";
    }
    return found.isDirectory() ? "a directory" : "no file";
  }

  private CacheUnusable unusable(String done, IOException e) {
    return new CacheUnusable(
        Problem.of("the lock file " + name + " cannot be " + done + ": " + e)
            .because(e)
            .advise("check the disk, and the rights on the file and its directory")
            .advise("run with -Dsource.lock=frozen, which never writes it"));
  }
}
