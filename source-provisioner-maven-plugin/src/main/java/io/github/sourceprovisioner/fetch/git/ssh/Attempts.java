package io.github.sourceprovisioner.fetch.git.ssh;

import java.util.ArrayList;
import java.util.List;

/** What was presented to a host so far, by names that show no secret. Used by several threads. */
final class Attempts {

  private final List<String> names = new ArrayList<>();
  private int agentKeys;
  private int agentPlace;

  /** One key, password or obstacle. */
  synchronized void add(String name) {
    names.add(name);
  }

  /** One key of the agent; they are counted, as their names are the user's own. */
  synchronized void addAgentKey() {
    if (agentKeys++ == 0) {
      agentPlace = names.size();
    }
  }

  /** In the order in which it was presented. */
  synchronized List<String> names() {
    List<String> all = new ArrayList<>(names);
    if (agentKeys > 0) {
      all.add(agentPlace, agentKeys == 1 ? "1 key of the agent" : agentKeys + " keys of the agent");
    }
    return List.copyOf(all);
  }
}
