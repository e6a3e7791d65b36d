package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.function.YamlFunctions;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import io.github.sourceprovisioner.stack.template.TreeRenderer;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders a merged component. {@code source}, {@code metadata} and {@code provision} are what this
 * plugin acts on: their templates and YAML functions must work. {@code vars}, {@code settings} and
 * {@code env} are for the tool: their templates are rendered where that works, their functions
 * stay, and so do all other sections.
 */
final class Rendering {

  private static final List<String> STRICT = List.of("source", "metadata", "provision");
  private static final List<String> LENIENT = List.of("settings", "vars", "env");

  private final TreeRenderer templates;
  private final YamlFunctions functions;
  private final boolean enabled;

  /** A rendering; {@code enabled} false leaves templates as they are. */
  Rendering(TreeRenderer templates, YamlFunctions functions, boolean enabled) {
    this.templates = templates;
    this.functions = functions;
    this.enabled = enabled;
  }

  /**
   * The rendered section.
   *
   * @throws ProvisioningException if a section that must be rendered cannot be
   */
  MapValue render(MapValue section, Subject subject) {
    MapValue rendered = enabled ? templates(section, subject) : section;
    Map<String, Value> entries = new LinkedHashMap<>(rendered.entries());
    MapValue env = Fields.mapOrEmpty(rendered, "env");
    for (String name : STRICT) {
      entries.computeIfPresent(name, (key, value) -> functions.evaluate(value, env));
    }
    return new MapValue(entries, section.keys(), section.position());
  }

  private MapValue templates(MapValue section, Subject subject) {
    Map<String, Value> entries = new LinkedHashMap<>(section.entries());
    for (String name : LENIENT) {
      MapValue data = data(new MapValue(entries, section.keys(), section.position()), subject);
      entries.computeIfPresent(name, (key, value) -> attempt(value, data));
    }
    MapValue data = data(new MapValue(entries, section.keys(), section.position()), subject);
    for (String name : STRICT) {
      entries.computeIfPresent(name, (key, value) -> templates.render(value, data));
    }
    return new MapValue(entries, section.keys(), section.position());
  }

  private MapValue data(MapValue section, Subject subject) {
    Data data =
        Data.of(section)
            .with("locals", subject.manifest().locals())
            .with("atmos_component", subject.id().name())
            .with("atmos_stack", subject.id().stack())
            .with("atmos_stack_file", subject.manifest().key())
            .with("component", subject.directory())
            .with("Component", subject.id().name());
    if (section.entries().get("source") instanceof MapValue source
        && source.entries().get("version") instanceof Scalar version) {
      data.with("Version", attempt(version, data.build()));
    }
    return data.build();
  }

  /** Each scalar by itself, so that one that fails keeps no other from being rendered. */
  private Value attempt(Value value, MapValue data) {
    if (value instanceof Scalar scalar) {
      return GoTemplate.isTemplate(scalar.text()) ? attempt(scalar, data) : scalar;
    }
    if (value instanceof ListValue list) {
      List<Value> items = list.items().stream().map(item -> attempt(item, data)).toList();
      return new ListValue(items, list.append(), list.position());
    }
    MapValue map = (MapValue) value;
    Map<String, Value> entries = new LinkedHashMap<>(map.entries());
    entries.replaceAll((key, entry) -> attempt(entry, data));
    return new MapValue(entries, map.keys(), map.position());
  }

  private Value attempt(Scalar scalar, MapValue data) {
    try {
      return templates.render(scalar, data);
    } catch (ProvisioningException e) {
      return scalar;
    }
  }
}
