package io.github.sourceprovisioner.cache;

import java.nio.file.Path;
import java.util.List;

/** The files of an entry whose marker was never written, or is damaged. */
record Leftover(Path directory, List<Path> files) {

  Leftover {
    files = List.copyOf(files);
  }

  /** What they take. */
  long bytes() {
    return files.stream()
        .flatMap(file -> PlainFiles.attributes(file).stream())
        .mapToLong(attributes -> attributes.size())
        .sum();
  }
}
