package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;

/**
 * How much memory the names of an archive take: each path, and each directory on the way that the
 * entry before does not share. A few thousand deep paths could fill any heap otherwise.
 */
final class NameBudget {

  private final long most;
  private String last = "";
  private long used;

  NameBudget(long most) {
    this.most = most;
  }

  /**
   * One more name.
   *
   * @throws IntegrityMismatch if all of them are longer than they may be
   */
  void add(String name) {
    used += name.length();
    for (int slash = name.indexOf('/', shared(name));
        slash > 0;
        slash = name.indexOf('/', slash + 1)) {
      used += slash;
    }
    last = name;
    if (used > most) {
      throw new IntegrityMismatch(
          Problem.of("the names in the archive are longer than " + most + " bytes together")
              .advise("pack less into it: only what is needed"));
    }
  }

  private int shared(String name) {
    int length = Math.min(name.length(), last.length());
    int same = 0;
    while (same < length && name.charAt(same) == last.charAt(same)) {
      same++;
    }
    return same;
  }
}
