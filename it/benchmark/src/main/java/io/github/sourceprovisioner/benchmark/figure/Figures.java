package io.github.sourceprovisioner.benchmark.figure;

import java.util.List;
import java.util.stream.Collectors;

/** All figures. */
public final class Figures {

  private Figures() {}

  /** In the order of the table. */
  public static List<Figure> all() {
    return List.of(
        new ColdOne(),
        new ColdFifty(),
        new Requests(),
        new NewTag(),
        new UpToDate(),
        new Copy(),
        new Archive(),
        new Lock(),
        new Heap(),
        new ListAll());
  }

  /**
   * The figures with certain names; without names all but the quick one, which measures nothing
   * that the others do not.
   *
   * @throws IllegalArgumentException if a name is not one of a figure
   */
  public static List<Figure> of(List<String> names) {
    List<String> known = all().stream().map(Figure::name).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException(
          "--figures takes some of: " + known.stream().collect(Collectors.joining(",")));
    }
    return all().stream()
        .filter(f -> names.isEmpty() ? !(f instanceof Requests) : names.contains(f.name()))
        .toList();
  }
}
