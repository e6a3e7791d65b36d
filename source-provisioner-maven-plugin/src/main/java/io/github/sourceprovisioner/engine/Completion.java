package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Outcome;

/**
 * The last part of the way, component by component: what all of them share.
 *
 * @param courier brings anew what turns out to be damaged
 */
record Completion(Rooms rooms, Policy policy, Needs needs, Courier courier) {

  /** The outcome for one target; what goes wrong is part of it. */
  Outcome complete(Target target, Errand errand, Delivery delivery) throws InterruptedException {
    return new Handover(this, target, errand, delivery).run();
  }
}
