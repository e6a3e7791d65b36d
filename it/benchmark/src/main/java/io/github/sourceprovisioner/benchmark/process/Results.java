package io.github.sourceprovisioner.benchmark.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** What each contestant needed in each round. */
public record Results(Map<String, List<Sample>> samples) {

  public Results {
    samples = new LinkedHashMap<>(samples);
  }

  /** Whether a contestant took part. */
  public boolean has(String name) {
    return samples.containsKey(name);
  }

  /** One figure of one contestant. */
  public Spread of(String name, Sample.Measure figure) {
    return new Spread(of(name).stream().map(figure::of).toList());
  }

  /** Ours divided by theirs, round by round. */
  public Spread ratio(String ours, String theirs, Sample.Measure figure) {
    return paired(ours, theirs, figure, (a, b) -> a / b);
  }

  /** Ours less theirs, round by round. */
  public Spread difference(String ours, String theirs, Sample.Measure figure) {
    return paired(ours, theirs, figure, (a, b) -> a - b);
  }

  /** What everybody's time is above that of one of them, round by round. */
  public Results above(String base) {
    Map<String, List<Sample>> less = new LinkedHashMap<>();
    samples.forEach((name, own) -> less.put(name, above(own, of(base))));
    return new Results(less);
  }

  private static List<Sample> above(List<Sample> own, List<Sample> base) {
    List<Sample> less = new ArrayList<>();
    for (int round = 0; round < own.size(); round++) {
      less.add(own.get(round).after(base.get(round)));
    }
    return less;
  }

  private Spread paired(
      String ours, String theirs, Sample.Measure figure, DoubleBinaryOperator compare) {
    List<Double> pairs = new ArrayList<>();
    for (int round = 0; round < of(ours).size(); round++) {
      double a = figure.of(of(ours).get(round));
      double b = figure.of(of(theirs).get(round));
      pairs.add(compare.applyAsDouble(a, b));
    }
    return new Spread(pairs);
  }

  private List<Sample> of(String name) {
    List<Sample> known = samples.get(name);
    if (known == null) {
      throw new IllegalArgumentException("nobody is called " + name);
    }
    return known;
  }
}
