package io.github.sourceprovisioner.mojo.maven;

import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the POM of a module configures for this plugin. A goal that looks at all modules from the
 * root is configured by the root alone, so the modules' own settings are read here.
 */
public final class ModuleSettings {

  private final @Nullable Plugin plugin;

  /** The settings of a module for the plugin {@code groupId:artifactId}. */
  public ModuleSettings(MavenProject module, String pluginKey) {
    plugin = module.getPlugin(pluginKey);
  }

  /** The module's own value, else the one of the running goal. */
  public Optional<String> get(String name, @Nullable String otherwise) {
    if (plugin != null && plugin.getConfiguration() instanceof Xpp3Dom configuration) {
      Xpp3Dom child = configuration.getChild(name);
      if (child != null && child.getValue() != null && !child.getValue().contains("${")) {
        return Optional.of(child.getValue());
      }
    }
    return Optional.ofNullable(otherwise);
  }
}
