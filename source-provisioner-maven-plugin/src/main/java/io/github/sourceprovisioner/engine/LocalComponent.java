package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.stack.ProjectConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A component without a source whose own directory is to be copied into a workdir ({@code
 * provision.workdir.enabled}): it is provisioned like a {@code file} source.
 */
final class LocalComponent {

  private LocalComponent() {}

  /** The directory of the component as a source. */
  static SourceSpec spec(Component component, ProjectConfig config) {
    Path directory = directory(component, config);
    return new SourceSpec(
        directory.toString(),
        Optional.empty(),
        Optional.of("file"),
        Optional.empty(),
        Optional.empty(),
        Filters.NONE,
        Optional.empty(),
        Retry.DEFAULT,
        config.basePath(),
        component.position());
  }

  private static Path directory(Component component, ProjectConfig config) {
    Path base = Objects.requireNonNull(config.componentBasePaths().get(component.id().type()));
    Path directory = base.resolve(component.directory()).normalize();
    if (!directory.startsWith(base)) {
      throw new InvalidStack(
          Problem.of("the component's directory " + directory + " is not below " + base)
              .at(component.position())
              .advise("name a directory below it in metadata.component"));
    }
    if (!Files.isDirectory(directory)) {
      throw new SourceNotFound(
          Problem.of("the component has no source, and its directory " + directory + " is missing")
              .at(component.position())
              .advise("give the component a source")
              .advise("create the directory, or name another one in metadata.component"));
    }
    return directory;
  }
}
