package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.PathSegment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who used an entry, and when last: one small file for each component type, which holds the name of
 * the type and bears the time.
 */
record UseRecord(EntryFiles files) {

  private static final int LONGEST_TYPE = 1000;

  /** Notes a use; what stands there and is no file of ours goes, since a pipe would hang us. */
  void touch(String type, Instant now) throws IOException {
    Path file = files.use(type);
    if (PlainFiles.attributes(file).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
      PlainFiles.delete(file);
      PlainFiles.write(file, type.getBytes(StandardCharsets.UTF_8));
    }
    Files.setLastModifiedTime(file, FileTime.from(now));
  }

  /** The component types that used it. */
  Set<String> types() {
    Set<String> types = new TreeSet<>();
    for (Path file : all()) {
      PlainFiles.read(file, LONGEST_TYPE)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .filter(type -> file.endsWith(files.usePrefix() + PathSegment.encode(type)))
          .ifPresent(types::add);
    }
    return types;
  }

  /** The last use by anyone; empty if nobody has used it yet. */
  Optional<Instant> last() {
    return all().stream()
        .flatMap(file -> PlainFiles.attributes(file).stream())
        .map(attributes -> attributes.lastModifiedTime().toInstant())
        .max(Comparator.naturalOrder());
  }

  /** The files that say so. */
  List<Path> all() {
    List<Path> found = new ArrayList<>();
    String prefix = files.usePrefix();
    try (DirectoryStream<Path> children =
        Files.newDirectoryStream(
            files.directory(), p -> String.valueOf(p.getFileName()).startsWith(prefix))) {
      children.forEach(found::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return found;
    }
    return found;
  }
}
