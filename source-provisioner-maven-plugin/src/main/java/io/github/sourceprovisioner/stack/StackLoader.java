package io.github.sourceprovisioner.stack;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.component.Assembled;
import io.github.sourceprovisioner.stack.component.Assembly;
import io.github.sourceprovisioner.stack.component.Union;
import io.github.sourceprovisioner.stack.config.AtmosConfig;
import io.github.sourceprovisioner.stack.config.AtmosConfigReader;
import io.github.sourceprovisioner.stack.config.AtmosFile;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import io.github.sourceprovisioner.stack.function.YamlFunctions;
import io.github.sourceprovisioner.stack.manifest.Discovery;
import io.github.sourceprovisioner.stack.manifest.ManifestLoader;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads all stacks of a project. It keeps nothing between two loads, and may be used by several
 * threads.
 */
public final class StackLoader {

  private final Map<String, String> componentTypes;
  private final Map<String, String> environment;

  /**
   * A loader.
   *
   * @param componentTypes the names of the component types, each with the base path of its
   *     components relative to the one of the project, for when {@code atmos.yaml} names none;
   *     components of other types are left out
   * @param environment what {@code ATMOS_*} settings, templates and {@code !env} read
   */
  public StackLoader(Map<String, String> componentTypes, Map<String, String> environment) {
    this.componentTypes = Map.copyOf(componentTypes);
    this.environment = Map.copyOf(environment);
  }

  /**
   * Whether the project has, or wants to have, stacks: a directory is configured, or {@code
   * atmos.yaml} has a section {@code stacks}, or there is a directory {@code src/main/stacks}.
   *
   * @throws InvalidStack if {@code atmos.yaml} cannot be read
   */
  public boolean present(StackRoots roots) {
    return roots.stacksDirectory().isPresent()
        || Files.isDirectory(roots.baseDirectory().resolve(AtmosConfigReader.DEFAULT_DIRECTORY))
        || reader(roots).hasStacks();
  }

  /**
   * All stacks. What is wrong with one component is in its {@code invalid}; what is wrong with a
   * file is thrown. The file of every {@link io.github.sourceprovisioner.failure.Position Position}
   * is relative to the base directory, so that a relative source can start at its manifest.
   *
   * @throws InvalidStack if the stacks directory is missing, or a manifest cannot be read
   */
  public Stacks load(StackRoots roots) {
    Path base = roots.baseDirectory().normalize();
    AtmosConfig config = reader(roots).read(roots.stacksDirectory(), componentTypes);
    ProjectFiles files = new ProjectFiles(base, List.of(base, config.manifests().directory()));
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(config.templating().environment());
    GoTemplate templates = new GoTemplate(variables);
    YamlFunctions functions = new YamlFunctions(environment, repositoryRoot(base), base);
    ManifestLoader loader = new ManifestLoader(config, files, templates, functions);
    Assembly assembly = new Assembly(config, templates, functions);
    List<Assembled> all =
        new Discovery(config.manifests(), files, loader)
            .stacks().stream().flatMap(one -> assembly.components(one).stream()).toList();
    requireNames(all);
    return new Stacks(project(config), new Union(files).of(all), assembly.warnings());
  }

  private AtmosConfigReader reader(StackRoots roots) {
    Path base = roots.baseDirectory().normalize();
    Optional<MapValue> file = AtmosFile.read(base);
    return new AtmosConfigReader(base, file, environment);
  }

  /** If no stack at all can be named, it is the naming that is wrong, not the components. */
  private static void requireNames(List<Assembled> all) {
    if (all.stream().noneMatch(Assembled::named)) {
      all.stream()
          .map(Assembled::component)
          .map(Component::invalid)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(
              reason -> {
                throw reason;
              });
    }
  }

  private static ProjectConfig project(AtmosConfig config) {
    Map<String, Path> paths = new HashMap<>();
    Map<String, Scalar> ttl = new HashMap<>();
    config
        .types()
        .forEach(
            (name, type) -> {
              paths.put(name, type.basePath());
              type.ttl().ifPresent(value -> ttl.put(name, value));
            });
    return new ProjectConfig(config.basePath(), paths, ttl, config.provision());
  }

  /** The nearest directory upwards that Git knows; the project itself if there is none. */
  private static Path repositoryRoot(Path base) {
    return Stream.iterate(base, path -> path.getParent() != null, Path::getParent)
        .filter(path -> Files.exists(path.resolve(".git")))
        .findFirst()
        .orElse(base);
  }
}
