package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The anchors of one document, and how much it may grow through aliases. A value is shared, not
 * copied; what is counted is its size as if it were copied, since everything after this reads it so
 * (J1 of the fault list: 48 aliases that stand for 290 million nodes).
 */
final class Anchors {

  private static final int MOST_NODES = 100_000;
  private static final int MOST_ALIASES = 1_000;

  private final Map<String, Anchored> closed = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int nodes;
  private int aliases;

  /** How many nodes there are so far, aliases expanded. */
  int nodes() {
    return nodes;
  }

  /** Counts one more node. */
  void count(Position position) {
    grow(1, position);
  }

  /** Counts what another file brings, beside the one node that stands for it here. */
  void count(Value included, Position position) {
    grow(size(included) - 1, position);
  }

  private static int size(Value value) {
    if (value instanceof MapValue map) {
      return 1 + map.entries().values().stream().mapToInt(Anchors::size).sum();
    }
    return value instanceof ListValue list
        ? 1 + list.items().stream().mapToInt(Anchors::size).sum()
        : 1;
  }

  void open(String anchor) {
    open.add(anchor);
  }

  /** Remembers a finished value that began when there were {@code before} nodes. */
  void close(String anchor, Value value, int before) {
    open.remove(anchor);
    closed.put(anchor, new Anchored(value, nodes - before));
  }

  Value alias(String anchor, Position position) {
    if (open.contains(anchor)) {
      throw new InvalidStack(
          Problem.of("the alias *" + anchor + " stands inside of what it names")
              .at(position)
              .advise("write the value out instead"));
    }
    Anchored known = closed.get(anchor);
    if (known == null) {
      throw new InvalidStack(
          Problem.of("the alias *" + anchor + " has no anchor before it")
              .at(position)
              .advise("add &" + anchor + " to a value further up in the same file")
              .advise("put the text into quotes if it only starts with an asterisk"));
    }
    aliases++;
    if (aliases > MOST_ALIASES) {
      throw tooLarge("more than " + MOST_ALIASES + " aliases", position);
    }
    grow(known.size(), position);
    return known.value();
  }

  private void grow(int by, Position position) {
    nodes += by;
    if (nodes > MOST_NODES) {
      throw tooLarge("more than " + MOST_NODES + " values, aliases expanded", position);
    }
  }

  private static InvalidStack tooLarge(String what, Position position) {
    return new InvalidStack(
        Problem.of("the file has " + what)
            .at(position)
            .advise("split the file, and use imports instead of aliases"));
  }

  private record Anchored(Value value, int size) {}
}
