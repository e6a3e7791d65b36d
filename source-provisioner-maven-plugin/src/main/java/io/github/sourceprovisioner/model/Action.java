package io.github.sourceprovisioner.model;

import java.util.Locale;

/** What a goal did to a workdir, or to the snapshot of a component. */
public enum Action {
  CREATED,
  UPDATED,
  PUBLISHED,
  UNCHANGED,
  DELETED,
  FAILED;

  /** The word that users and machines read. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
