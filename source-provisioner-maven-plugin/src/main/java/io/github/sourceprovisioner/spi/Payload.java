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
}
