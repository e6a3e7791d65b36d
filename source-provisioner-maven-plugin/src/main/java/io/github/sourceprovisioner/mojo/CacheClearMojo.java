package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.CacheKeeping;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Removes everything of the selection from the cache. */
@Mojo(name = "cache-clear", threadSafe = true, requiresProject = false)
public final class CacheClearMojo extends CacheGoal {

  /** Says what would be removed, and removes nothing. */
  @Parameter(property = "source.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  void run() {
    introduce();
    CacheKeeping keeping = new CacheKeeping(cache(), console());
    Removed.tell(getLog(), keeping.clear(types(), uri(), dryRun), dryRun);
  }
}
