package io.github.sourceprovisioner.fetch.git;

import org.eclipse.jgit.lib.ProgressMonitor;

/** Lets JGit ask whether it should stop. Shows nothing. */
record SessionMonitor(GitSession session) implements ProgressMonitor {

  @Override
  public boolean isCancelled() {
    return session.isOver();
  }

  @Override
  public void start(int totalTasks) {}

  @Override
  public void beginTask(String title, int totalWork) {}

  @Override
  public void update(int completed) {}

  @Override
  public void endTask() {}

  @Override
  public void showDuration(boolean enabled) {}
}
