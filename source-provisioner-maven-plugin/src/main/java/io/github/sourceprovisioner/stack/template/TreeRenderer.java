package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;

/** Placeholder. */
public final class TreeRenderer {

  private final GoTemplate templates;

  /** Placeholder. */
  public TreeRenderer(GoTemplate templates) {
    this.templates = templates;
  }

  /** Placeholder. */
  public Value render(Value value, MapValue data) {
    templates.render("", data, value.position());
    return value;
  }
}
