package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A map of a manifest that is read key by key. Nothing is converted: a value of another type than
 * the one asked for is refused where it stands.
 *
 * @param name the path of the map, for messages: {@code source.retry}
 * @param noun what the map belongs to, for messages: {@code a source}
 */
record Section(String name, String noun, MapValue map, Interpolation interpolation) {

  /** Text that YAML reads as text. */
  /** A private key in a URI has a fourth of it. */
  private static final int LONGEST = 16_384;

  static final Set<Scalar.Kind> STRING = Set.of(Scalar.Kind.STRING);

  /** Text that YAML may take for a number: {@code 1.10}, {@code 3600}. */
  static final Set<Scalar.Kind> STRING_OR_NUMBER =
      Set.of(Scalar.Kind.STRING, Scalar.Kind.INTEGER, Scalar.Kind.FLOAT);

  /** A text and the place of it. */
  record Text(String value, Position position) {}

  /** Refuses every key but these. */
  void allowOnly(List<String> known) {
    for (String key : map.entries().keySet()) {
      if (!known.contains(key)) {
        String advice =
            Nearest.to(key, known)
                .map(near -> "write '" + near + "' instead of " + Shown.quoted(key))
                .orElse("use only the keys " + String.join(", ", known));
        throw new InvalidStack(
            Problem.of("unknown key " + Shown.quoted(key) + " in " + name)
                .at(map.keyPosition(key))
                .advise(advice));
      }
    }
  }

  /** The map under a key. */
  Optional<Section> section(String key) {
    return map.get(key)
        .map(value -> new Section(path(key), noun, asMap(key, value), interpolation));
  }

  /** The text under a key, properties interpolated; never blank, without control characters. */
  Optional<Text> text(String key, Set<Scalar.Kind> kinds) {
    return map.get(key).map(value -> text(key, value, kinds));
  }

  /** The texts of the list under a key; empty if there is no such key. */
  List<String> texts(String key) {
    Value value = map.get(key).orElse(new ListValue(List.of(), false, map.position()));
    if (!(value instanceof ListValue list)) {
      throw wrong(key, value, "a list of strings", "write a list: " + key + ": [\"**/*.tf\"]");
    }
    return list.items().stream().map(item -> text(key, item, STRING_OR_NUMBER).value()).toList();
  }

  /** The number under a key, as it is written. */
  Optional<Text> number(String key) {
    return map.get(key).map(value -> number(key, value));
  }

  /** The boolean under a key. */
  Optional<Boolean> flag(String key) {
    return map.get(key).map(value -> flag(key, value));
  }

  private Text text(String key, Value value, Set<Scalar.Kind> kinds) {
    Scalar scalar = scalar(key, value, "a string");
    if (!kinds.contains(scalar.kind())) {
      throw wrong(key, scalar, "a string", quoteIt(scalar));
    }
    String text = interpolation.apply(scalar.text());
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidStack(
          Problem.of(path(key) + " holds a control character")
              .at(scalar.position())
              .advise("write the value on one line, without tabs and escapes"));
    }
    requireLength(key, text, scalar.position());
    return new Text(text, scalar.position());
  }

  private void requireLength(String key, String text, Position position) {
    if (text.length() > LONGEST) {
      throw new InvalidStack(
          Problem.of(path(key) + " is longer than " + LONGEST + " characters")
              .at(position)
              .advise("shorten it: no host takes a URL of that length"));
    }
    if (text.isBlank()) {
      throw new InvalidStack(
          Problem.of(path(key) + " is empty")
              .at(position)
              .advise("give '" + key + "' a value, or remove it"));
    }
  }

  private Text number(String key, Value value) {
    Scalar scalar = scalar(key, value, "a number");
    if (scalar.kind() != Scalar.Kind.INTEGER && scalar.kind() != Scalar.Kind.FLOAT) {
      throw wrong(key, scalar, "a number", "write a number, without quotes");
    }
    return new Text(scalar.text(), scalar.position());
  }

  private boolean flag(String key, Value value) {
    Scalar scalar = scalar(key, value, "true or false");
    if (scalar.kind() != Scalar.Kind.BOOLEAN) {
      throw wrong(key, scalar, "true or false", "write true or false, without quotes");
    }
    return "true".equalsIgnoreCase(scalar.text());
  }

  private Scalar scalar(String key, Value value, String expected) {
    if (!(value instanceof Scalar scalar)) {
      throw wrong(key, value, expected, "write one value behind '" + key + ":'");
    }
    if (scalar.function().isPresent()) {
      throw uncalled(scalar, scalar.function().get());
    }
    return scalar;
  }

  private MapValue asMap(String key, Value value) {
    if (value instanceof MapValue child) {
      return child;
    }
    if (value instanceof Scalar scalar && scalar.function().isPresent()) {
      throw uncalled(scalar, scalar.function().get());
    }
    throw wrong(key, value, "a map", "write the keys below '" + key + ":', indented");
  }

  private InvalidStack uncalled(Scalar scalar, String function) {
    return new InvalidStack(
        Problem.of(function + " cannot be used in " + noun)
            .at(scalar.position())
            .advise("write the value itself, or use !env, !repo-root, !cwd or a template"));
  }

  private InvalidStack wrong(String key, Value value, String expected, String advice) {
    return new InvalidStack(
        Problem.of(path(key) + " must be " + expected + ", but is " + value.describe())
            .at(value.position())
            .advise(advice));
  }

  private static String quoteIt(Scalar scalar) {
    return scalar.isNull()
        ? "write a value, in quotes if it is meant to be the word null, or remove the key"
        : "put the value in quotes: \"" + scalar.text() + "\"";
  }

  private String path(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }
}
