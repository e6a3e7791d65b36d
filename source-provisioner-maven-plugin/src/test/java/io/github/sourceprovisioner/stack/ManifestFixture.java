package io.github.sourceprovisioner.stack;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns a few lines of YAML into values with positions, without the reader under test elsewhere.
 */
public final class ManifestFixture {

  private ManifestFixture() {}

  /** The lines as a mapping of the file {@code stacks/dev.yaml}. */
  public static MapValue yaml(String... lines) {
    return in("stacks/dev.yaml", lines);
  }

  /** The lines as a mapping of a file. */
  public static MapValue in(String file, String... lines) {
    String text = String.join("\n", lines);
    Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    return root == null ? MapValue.empty(Position.of(file)) : map(file, (MappingNode) root);
  }

  /** The value at a path of keys. */
  public static Value at(Value root, String... path) {
    Value value = root;
    for (String key : path) {
      value = ((MapValue) value).get(key).orElseThrow();
    }
    return value;
  }

  private static Value value(String file, Node node) {
    if (node instanceof MappingNode mapping) {
      return map(file, mapping);
    }
    if (node instanceof SequenceNode sequence) {
      Stream<Value> items = sequence.getValue().stream().map(item -> value(file, item));
      return new ListValue(items.toList(), false, position(file, node));
    }
    ScalarNode scalar = (ScalarNode) node;
    String tag = scalar.getTag().getValue();
    return new Scalar(
        scalar.getValue(),
        kind(scalar.getTag()),
        Optional.of(tag).filter(name -> name.startsWith("!")),
        position(file, node));
  }

  private static MapValue map(String file, MappingNode mapping) {
    Map<String, Value> entries = new LinkedHashMap<>();
    Map<String, Position> keys = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      entries.put(key, value(file, tuple.getValueNode()));
      keys.put(key, position(file, tuple.getKeyNode()));
    }
    return new MapValue(entries, keys, position(file, mapping));
  }

  private static Scalar.Kind kind(Tag tag) {
    if (tag.equals(Tag.INT)) {
      return Scalar.Kind.INTEGER;
    }
    if (tag.equals(Tag.FLOAT)) {
      return Scalar.Kind.FLOAT;
    }
    if (tag.equals(Tag.BOOL)) {
      return Scalar.Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Scalar.Kind.NULL : Scalar.Kind.STRING;
  }

  private static Position position(String file, Node node) {
    return new Position(
        file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }
}
