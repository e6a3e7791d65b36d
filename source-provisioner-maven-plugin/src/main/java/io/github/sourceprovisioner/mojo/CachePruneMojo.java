package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.PruneRequest;
import io.github.sourceprovisioner.cache.Pruned;
import io.github.sourceprovisioner.engine.ByteSize;
import io.github.sourceprovisioner.engine.CacheKeeping;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Removes what was not used for a while, and the least recently used beyond a size. */
@Mojo(
    name = "cache-prune",
    defaultPhase = LifecyclePhase.POST_CLEAN,
    threadSafe = true,
    requiresProject = false)
public final class CachePruneMojo extends CacheGoal {

  /** Removes what was not used for this long: <code>30d</code>. */
  @Parameter(property = "source.olderThan")
  private @Nullable String olderThan;

  /** Removes the least recently used until the cache is no larger: <code>10GB</code>. */
  @Parameter(property = "source.maxSize")
  private @Nullable String maxSize;

  /** Says what would be removed, and removes nothing. */
  @Parameter(property = "source.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  void run() {
    if (olderThan == null && maxSize == null) {
      throw new InvalidStack(
          Problem.of("source:cache-prune was not told what is too old or too large")
              .advise("-Dsource.olderThan=30d removes what was not used for 30 days")
              .advise("-Dsource.maxSize=10GB keeps the newest 10 GB")
              .advise("source:cache-clear removes everything"));
    }
    introduce();
    Optional<Duration> age =
        Optional.ofNullable(olderThan)
            .map(text -> TimeSpan.parse(text, Position.of("-Dsource.olderThan")));
    OptionalLong size =
        maxSize == null
            ? OptionalLong.empty()
            : OptionalLong.of(ByteSize.parse(maxSize, Position.of("-Dsource.maxSize")));
    CacheKeeping keeping = new CacheKeeping(cache(), console());
    Pruned pruned = keeping.prune(new PruneRequest(age, size, types(), uri(), dryRun));
    Removed.tell(getLog(), pruned, dryRun);
  }
}
