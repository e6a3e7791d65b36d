package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.Redaction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parameters of a source, each at most once. Names are case-sensitive, {@code +} is a space, as
 * users of go-getter know it; but nothing is dropped silently (reference case gitref-030).
 */
final class Query {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Refusals refusals;

  private Query(Refusals refusals) {
    this.refusals = refusals;
  }

  /** The parameters of a query without its question mark; an empty one has none. */
  static Query of(String text, Refusals refusals) {
    if (text.indexOf(';') >= 0) {
      throw refusals.invalid("a ';' between parameters", "separate parameters with '&'");
    }
    Query query = new Query(refusals);
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        query.add(pair);
      }
    }
    return query;
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    String name = Percent.decode(spaced(equals < 0 ? pair : pair.substring(0, equals)), refusals);
    String value = equals < 0 ? "" : Percent.decode(spaced(pair.substring(equals + 1)), refusals);
    if (values.putIfAbsent(name, value) != null) {
      throw refusals.invalid(
          "the parameter '" + Redaction.parameter(name) + "' twice", "keep one of the two");
    }
    written.put(name, pair);
  }

  private static String spaced(String text) {
    return text.replace('+', ' ');
  }

  /** The value of a parameter; what is empty counts as not given. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
  }

  /** Whether the parameter was written, even without a value. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether a switch is on: {@code true} or {@code false}, off if it is not there. */
  boolean isOn(String name) {
    String value = value(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw refusals.invalid(
          "a parameter '" + name + "' that is neither true nor false",
          "write " + name + "=true or " + name + "=false");
    }
    return value.equals("true");
  }

  /** Refuses every parameter that the kind of source does not know. */
  void allowOnly(Set<String> known, String kind) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw unknown(name, kind, known);
      }
    }
  }

  private InvalidStack unknown(String name, String kind, Set<String> known) {
    String what = "the unknown parameter '" + Redaction.parameter(name) + "'";
    String all = String.join(", ", new TreeSet<>(known));
    return refusals.invalid(
        what,
        known.isEmpty()
            ? "remove it: " + kind + " takes no parameters"
            : "remove it: " + kind + " knows " + all);
  }

  /** The parameters that are not known, as they were written, in their order. */
  Map<String, String> others(Set<String> known) {
    return Collections.unmodifiableMap(
        written.entrySet().stream()
            .filter(e -> !known.contains(e.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
  }
}
