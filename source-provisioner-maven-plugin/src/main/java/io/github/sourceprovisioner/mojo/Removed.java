package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.cache.Pruned;
import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.report.Amounts;
import org.apache.maven.plugin.logging.Log;

/** Tells what left the cache. */
final class Removed {

  private Removed() {}

  static void tell(Log log, Pruned pruned, boolean dryRun) {
    for (CacheEntry entry : pruned.removed()) {
      log.debug(entry.coordinates() + " " + entry.revision() + " " + entry.subdir());
    }
    log.info(
        "%s %s, %s"
            .formatted(
                dryRun ? "Would remove" : "Removed",
                Amounts.counted(pruned.removed().size(), "snapshot"),
                Amounts.bytes(pruned.bytes())));
  }
}
