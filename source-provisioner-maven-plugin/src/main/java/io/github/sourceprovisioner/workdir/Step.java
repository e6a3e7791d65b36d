package io.github.sourceprovisioner.workdir;

/** The moments of a change at which a machine may stop; tests stop it at each of them. */
enum Step {
  STAGED,
  JOURNALED,
  OLD_ASIDE,
  NEW_IN,
  USER_FILE_MOVED,
  STATE_WRITTEN,
  OLD_GONE,
  FILES_DELETED;

  /** Hears of every step that is done. */
  interface Observer {
    void reached(Step step);
  }
}
