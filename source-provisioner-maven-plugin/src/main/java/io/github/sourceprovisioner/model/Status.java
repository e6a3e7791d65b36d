package io.github.sourceprovisioner.model;

import java.util.Locale;

/** How a workdir stands to its source. */
public enum Status {
  /** There is no workdir. */
  MISSING,
  /** The workdir holds what the source means, as far as is known without asking. */
  CURRENT,
  /** The source, its filters or its known revision changed since. */
  OUTDATED,
  /** Current as far as is known, but what is known is older than its time to live. */
  EXPIRED,
  /** The user edited or deleted files that were provisioned. */
  MODIFIED,
  /** The source cannot be understood. */
  INVALID;

  /** The word that users and machines read. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
