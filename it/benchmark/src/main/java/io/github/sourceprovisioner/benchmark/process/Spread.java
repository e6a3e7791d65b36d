package io.github.sourceprovisioner.benchmark.process;

import java.util.List;

/** Several measurements of one thing; never none. */
public record Spread(List<Double> sorted) {

  public Spread {
    sorted = sorted.stream().sorted().toList();
  }

  public double least() {
    return sorted.get(0);
  }

  public double most() {
    return sorted.get(sorted.size() - 1);
  }

  public double median() {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
