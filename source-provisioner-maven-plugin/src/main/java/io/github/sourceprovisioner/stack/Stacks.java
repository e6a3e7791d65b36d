package io.github.sourceprovisioner.stack;

import io.github.sourceprovisioner.model.Component;
import java.util.List;

/**
 * All that a project's manifests say.
 *
 * @param config what holds for the whole project
 * @param components of all stacks, sorted by stack, type and name; abstract and disabled ones are
 *     there too, as not deployable
 * @param warnings what was left out though it looks like something the user wants
 */
public record Stacks(ProjectConfig config, List<Component> components, List<String> warnings) {

  public Stacks {
    components = List.copyOf(components);
    warnings = List.copyOf(warnings);
  }
}
