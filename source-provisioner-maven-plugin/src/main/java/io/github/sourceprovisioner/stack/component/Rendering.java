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
import java.util.List;

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
    MapValue env = Fields.mapOrEmpty(rendered, "env");
    for (String name : STRICT) {
      rendered = rendered.mapValue(name, value -> functions.evaluate(value, env));
    }
    return rendered;
  }

  /** What templates see is put together only where there are any. */
  private MapValue templates(MapValue section, Subject subject) {
    MapValue rendered = section;
    for (String name : LENIENT) {
      if (hasTemplates(rendered, name)) {
        MapValue data = data(rendered, subject);
        rendered = rendered.mapValue(name, value -> attempt(value, data));
      }
    }
    MapValue lenient = rendered;
    for (String name : STRICT) {
      if (hasTemplates(rendered, name)) {
        MapValue data = data(lenient, subject);
        rendered = rendered.mapValue(name, value -> templates.render(value, data));
      }
    }
    return rendered;
  }

  private static boolean hasTemplates(MapValue section, String name) {
    Value value = section.entries().get(name);
    return value != null && TreeRenderer.hasTemplates(value);
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
      return list.mapItems(item -> attempt(item, data));
    }
    return ((MapValue) value).mapValues(entry -> attempt(entry, data));
  }

  private Value attempt(Scalar scalar, MapValue data) {
    try {
      return templates.render(scalar, data);
    } catch (ProvisioningException e) {
      return scalar;
    }
  }
}
