package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Outcome;
import java.util.List;
import java.util.Map;

/**
 * The last part of the way, component by component: what all of them share.
 *
 * @param courier brings anew what turns out to be damaged
 * @param edits what is known of the edits in workdirs that are left alone
 */
record Completion(
    Rooms rooms,
    Policy policy,
    Needs needs,
    Courier courier,
    Map<ComponentId, List<String>> edits) {

  /** The edits of a workdir, which may be known already. */
  List<String> edited(ComponentId id) {
    List<String> known = edits.get(id);
    return known == null ? rooms.workdirs().edited(id) : known;
  }

  /** The outcome for one target; what goes wrong is part of it. */
  Outcome complete(Target target, Errand errand, Delivery delivery) throws InterruptedException {
    return new Handover(this, target, errand, delivery).run();
  }
}
