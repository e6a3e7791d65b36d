package io.github.sourceprovisioner.spi;

import java.nio.file.Path;
import java.util.List;

/** What a fetcher brought. */
public sealed interface Payload {

  /** What the user should know about the content; never a reason to stop. */
  List<String> warnings();

  /**
   * Plain files below a directory; their types are read from disk.
   *
   * @param root the staging directory or one below it
   */
  record Directory(Path root, List<String> warnings) implements Payload {
    public Directory {
      warnings = List.copyOf(warnings);
    }
  }

  /** A tree that is read where it is. The receiver closes it. */
  record Tree(SourceTree tree, List<String> warnings) implements Payload {
    public Tree {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Archives, or single compressed files, that the receiver unpacks one after the other into one
   * tree. The receiver picks the location's subdirectory, with its globs, out of what was unpacked.
   *
   * @param files never empty; what two of them hold is an error, except for directories
   */
  record Archives(List<ArchiveFile> files, List<String> warnings) implements Payload {
    public Archives {
      if (files.isEmpty()) {
        throw new IllegalArgumentException("no archive to unpack");
      }
      files = List.copyOf(files);
      warnings = List.copyOf(warnings);
    }
  }
}
