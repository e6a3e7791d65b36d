package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.engine.CacheKeeping;
import io.github.sourceprovisioner.report.Amounts;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Forgets what branches and tags of the selection meant, so that the next run asks their hosts
 * again. Snapshots stay.
 */
@Mojo(name = "cache-refresh", threadSafe = true, requiresProject = false)
public final class CacheRefreshMojo extends CacheGoal {

  @Override
  void run() {
    introduce();
    int forgotten = new CacheKeeping(cache(), console()).refresh(types(), uri());
    getLog().info(Amounts.counted(forgotten, "ref") + " will be asked for again");
  }
}
