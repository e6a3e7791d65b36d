package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.ProvisionSettings;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.workdir.Fingerprint;
import java.time.Duration;

/**
 * A component whose workdir a run looks after.
 *
 * @param settings its {@code provision} section
 * @param spec its source as written
 * @param location what the source means
 * @param requester as whom it is to be asked for
 * @param ttl the time to live that holds for it
 */
record Target(
    Component component,
    ProvisionSettings settings,
    SourceSpec spec,
    SourceLocation location,
    Requester requester,
    Duration ttl) {

  ComponentId id() {
    return component.id();
  }

  /**
   * What the workdir holds once it has the given content. The ref is not part of it: a tag and a
   * branch that mean the same commit need no new files.
   */
  Fingerprint fingerprint(String revision, String treeHash) {
    String place = location.scheme() + ":" + location.coordinates() + "//" + location.subdir();
    return new Fingerprint(place, revision, treeHash, spec.filters());
  }
}
