package io.github.sourceprovisioner.benchmark.process;

import io.github.sourceprovisioner.benchmark.link.Carried;
import io.github.sourceprovisioner.benchmark.link.Host;
import io.github.sourceprovisioner.benchmark.link.SlowLink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets contestants work in turn, round by round, so that a machine that grows faster or slower does
 * so for all of them.
 *
 * @param count how many rounds count
 */
public record Rounds(int count, Host host, SlowLink link) {

  /**
   * Runs all rounds.
   *
   * @param warmUps rounds that do not count
   */
  public Results run(int warmUps, List<Contestant> contestants)
      throws IOException, InterruptedException {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    contestants.forEach(contestant -> samples.put(contestant.name(), new ArrayList<>()));
    for (int round = -warmUps; round < count; round++) {
      for (Contestant contestant : contestants) {
        Sample sample = measure(contestant);
        System.err.printf(
            "round %d, %s: %.2f s, %d bytes, %d requests, %d MB%n",
            round,
            contestant.name(),
            sample.seconds(),
            sample.bytes(),
            sample.requests(),
            sample.megabytes());
        if (round >= 0) {
          samples.computeIfAbsent(contestant.name(), name -> new ArrayList<>()).add(sample);
        }
      }
    }
    return new Results(samples);
  }

  private Sample measure(Contestant contestant) throws IOException, InterruptedException {
    contestant.preparation().run();
    Disk.settle();
    Carried before = link.carried();
    long asked = host.requests();
    Ran ran = contestant.work().run();
    return new Sample(
        ran.seconds(),
        link.carried().since(before).bytes(),
        host.requests() - asked,
        ran.megabytes());
  }
}
