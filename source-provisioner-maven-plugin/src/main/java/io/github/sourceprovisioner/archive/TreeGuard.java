package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;

/** The one gate that every tree passes before it enters the cache. */
public final class TreeGuard {

  private TreeGuard() {}

  /**
   * Checks names, sizes and links against {@link Limits#DEFAULT}; of the content it reads only the
   * targets of links.
   *
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if a rule is broken
   */
  public static void check(SourceTree tree) throws IOException {
    check(tree, Limits.DEFAULT);
  }

  /** As {@link #check(SourceTree)}, with other limits. */
  public static void check(SourceTree tree, Limits limits) throws IOException {
    TreeRules.check(tree.entries(), limits);
    LinkRules.check(tree);
  }
}
