package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.config.Naming;
import io.github.sourceprovisioner.stack.manifest.Manifest;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of the stack that a component belongs to: {@code name} of the manifest, else {@code
 * name_template} rendered with the component's section, else {@code name_pattern} filled from its
 * {@code vars}, else the path of the file.
 */
final class StackNames {

  /** A value may itself be a template, whose value may be one. */
  private static final int MOST_PASSES = 3;

  private final Naming naming;
  private final GoTemplate templates;

  StackNames(Naming naming, GoTemplate templates) {
    this.naming = naming;
    this.templates = templates;
  }

  /**
   * The name.
   *
   * @param section the component, merged but not rendered
   * @throws InvalidStack if a template cannot be rendered or gives an empty name
   */
  String of(Manifest manifest, MapValue section) {
    MapValue data = Data.of(section).with("locals", manifest.locals()).build();
    Optional<Scalar> own = Fields.scalar(manifest.content(), "name");
    if (own.isPresent()) {
      MapValue top = Data.of(manifest.content()).with("locals", manifest.locals()).build();
      return rendered(own.get(), top);
    }
    if (naming.template().isPresent()) {
      return rendered(naming.template().get(), data);
    }
    return naming
        .pattern()
        .flatMap(pattern -> filled(pattern, Fields.mapOrEmpty(section, "vars"), data))
        .orElse(manifest.key());
  }

  private String rendered(Scalar template, MapValue data) {
    String text = template.text();
    for (int pass = 0; pass < MOST_PASSES && GoTemplate.isTemplate(text); pass++) {
      text = templates.render(text, data, template.position());
    }
    if (text.isBlank()) {
      throw new InvalidStack(
          Problem.of("the stack has an empty name")
              .at(template.position())
              .advise("set the values that the name is made of"));
    }
    return text.strip();
  }

  /** Only tokens count, as in the original; one without a value means that the pattern fails. */
  private Optional<String> filled(Scalar pattern, MapValue vars, MapValue data) {
    List<String> parts = new ArrayList<>();
    for (String part : pattern.text().split("-")) {
      if (part.startsWith("{") && part.endsWith("}")) {
        Optional<Scalar> value = Fields.scalar(vars, part.substring(1, part.length() - 1));
        if (value.isEmpty() || value.get().text().isBlank()) {
          return Optional.empty();
        }
        parts.add(rendered(value.get(), data));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("-", parts));
  }
}
