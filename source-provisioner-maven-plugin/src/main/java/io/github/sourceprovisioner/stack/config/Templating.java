package io.github.sourceprovisioner.stack.config;

import java.util.Map;

/**
 * The section {@code templates.settings}.
 *
 * @param enabled whether components are rendered; true unless switched off
 * @param environment variables for templates, beside those of the process
 */
public record Templating(boolean enabled, Map<String, String> environment) {

  public Templating {
    environment = Map.copyOf(environment);
  }
}
