package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.file.Nearest;
import io.github.sourceprovisioner.stack.function.YamlFunctions;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The section {@code locals} of one file: names for values that hold in this file only. Locals may
 * use each other in any order, YAML functions, and the file's own {@code vars}, {@code settings}
 * and {@code env}.
 */
final class Locals {

  /** Locals in a row; more would be the end of the stack. */
  private static final int DEEPEST = 250;

  private final GoTemplate templates;
  private final YamlFunctions functions;
  private final MapValue written;
  private final MapValue file;
  private final Map<String, Value> resolved = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  private Locals(GoTemplate templates, YamlFunctions functions, MapValue written, MapValue file) {
    this.templates = templates;
    this.functions = functions;
    this.written = written;
    this.file = file;
  }

  /**
   * The locals of a file, with every reference between them resolved.
   *
   * @throws InvalidStack if they need each other in a circle, or one cannot be rendered
   */
  static MapValue resolve(MapValue file, GoTemplate templates, YamlFunctions functions) {
    MapValue written = Fields.mapOrEmpty(file, "locals");
    Locals locals = new Locals(templates, functions, written, file);
    written.entries().keySet().forEach(locals::resolve);
    return locals.soFar();
  }

  private MapValue soFar() {
    return written.with(resolved);
  }

  private void resolve(String name) {
    Value value = written.entries().get(name);
    if (value == null || resolved.containsKey(name)) {
      return;
    }
    if (!open.add(name)) {
      List<String> path = new ArrayList<>(open);
      path.subList(0, path.indexOf(name)).clear();
      path.add(name);
      throw new InvalidStack(
          Problem.of("locals need each other: " + String.join(" -> ", path))
              .at(written.keyPosition(name))
              .advise("give one of them a value of its own"));
    }
    requireShallow(name);
    for (String needed : LocalReferences.in(value)) {
      requireKnown(needed, value);
      resolve(needed);
    }
    resolved.put(name, functions.evaluate(render(value), Fields.mapOrEmpty(file, "env")));
    open.remove(name);
  }

  private void requireShallow(String name) {
    if (open.size() > DEEPEST) {
      throw new InvalidStack(
          Problem.of("locals need each other more than " + DEEPEST + " deep")
              .at(written.keyPosition(name))
              .advise("give one of them a value of its own"));
    }
  }

  private void requireKnown(String name, Value user) {
    if (!written.entries().containsKey(name)) {
      throw new InvalidStack(
          Problem.of("there is no local '" + name + "' in this file")
              .at(user.position())
              .advise(
                  Nearest.advice(name, written.entries().keySet())
                      .orElse("add it to the locals of this file")));
    }
  }

  private Value render(Value value) {
    if (value instanceof Scalar scalar) {
      return LocalReferences.in(scalar).isEmpty() ? scalar : rendered(scalar);
    }
    if (value instanceof ListValue list) {
      return list.mapItems(this::render);
    }
    return ((MapValue) value).mapValues(this::render);
  }

  private Scalar rendered(Scalar scalar) {
    Map<String, Value> data = new HashMap<>();
    for (String section : List.of("vars", "settings", "env")) {
      file.get(section).ifPresent(value -> data.put(section, value));
    }
    data.put("locals", soFar());
    MapValue all = new MapValue(data, Map.of(), file.position());
    String text = templates.render(scalar.text(), all, scalar.position());
    return new Scalar(text, scalar.kind(), scalar.function(), scalar.position());
  }
}
