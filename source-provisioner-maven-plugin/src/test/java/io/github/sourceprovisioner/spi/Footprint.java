package io.github.sourceprovisioner.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is on disk.
 *
 * @param files everything below a directory with its size and time, and what stands in the working
 *     directory
 */
record Footprint(SortedMap<Path, String> files) {

  /** Everything below a directory but for some parts of it. */
  static Footprint of(Path root, Path... but) throws IOException {
    SortedMap<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root);
        Stream<Path> here = Files.list(Path.of(""))) {
      for (Path file : all.toList()) {
        if (List.of(but).stream().noneMatch(file::startsWith) && !file.equals(root)) {
          files.put(file, trace(file));
        }
      }
      here.forEach(file -> files.put(file.toAbsolutePath(), "here"));
    }
    return new Footprint(files);
  }

  /** No file shows a secret. */
  void isWithout(Credential secret) throws IOException {
    for (Path file : files.keySet()) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        assertThat(file + Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain(Explained.forms(secret));
      }
    }
  }

  private static String trace(Path file) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " " + Files.size(file);
  }
}
