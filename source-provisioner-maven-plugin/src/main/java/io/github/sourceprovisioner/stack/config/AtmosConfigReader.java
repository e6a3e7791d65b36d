package io.github.sourceprovisioner.stack.config;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.merge.DeepMerge;
import io.github.sourceprovisioner.stack.merge.ListStrategy;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code atmos.yaml}. The variables {@code ATMOS_BASE_PATH} and {@code
 * ATMOS_STACKS_{BASE_PATH,INCLUDED_PATHS,EXCLUDED_PATHS,NAME_PATTERN,NAME_TEMPLATE}} win over the
 * file, and count only where there is one: they must not turn an unrelated project into one with
 * stacks. Keys that are of no use here are not looked at.
 */
public final class AtmosConfigReader {

  /** Where manifests stand without any configuration. */
  public static final String DEFAULT_DIRECTORY = "src/main/stacks";

  private final Path baseDirectory;
  private final MapValue file;
  private final Map<String, String> environment;

  /**
   * A reader.
   *
   * @param baseDirectory the project; absolute
   * @param file the content of {@code atmos.yaml}; empty if there is none
   */
  public AtmosConfigReader(
      Path baseDirectory, Optional<MapValue> file, Map<String, String> environment) {
    this.baseDirectory = baseDirectory;
    this.file = file.orElseGet(AtmosFile::missing);
    this.environment = file.isPresent() ? Map.copyOf(environment) : Map.of();
  }

  /** Whether the file says where stacks are. */
  public boolean hasStacks() {
    return Fields.map(file, "stacks").isPresent()
        || environment.containsKey("ATMOS_STACKS_BASE_PATH");
  }

  /**
   * The configuration.
   *
   * @param stacksDirectory a directory that wins over the one of the file
   * @param componentTypes the names of all known component types, and where their components stand
   *     below the base path if the file does not say
   * @throws InvalidStack if a value has the wrong type, or the stacks directory is missing
   */
  public AtmosConfig read(Optional<Path> stacksDirectory, Map<String, String> componentTypes) {
    Path basePath = path(baseDirectory, overridden(file, "base_path", "ATMOS_BASE_PATH"));
    MapValue stacks = Fields.mapOrEmpty(file, "stacks");
    MapValue inherit = Fields.mapOrEmpty(stacks, "inherit");
    MapValue settings = Fields.mapOrEmpty(file, "settings");
    return new AtmosConfig(
        basePath,
        manifests(basePath, stacks, stacksDirectory),
        new Naming(
            overridden(stacks, "name_template", "ATMOS_STACKS_NAME_TEMPLATE"),
            overridden(stacks, "name_pattern", "ATMOS_STACKS_NAME_PATTERN")),
        Fields.scalar(settings, "list_merge_strategy")
            .map(ListStrategy::of)
            .orElse(ListStrategy.REPLACE),
        new Inheriting(
            Fields.bool(inherit, "metadata").orElse(true),
            Fields.bool(inherit, "source").orElse(true)),
        templating(),
        types(basePath, componentTypes),
        new DeepMerge(ListStrategy.REPLACE)
            .merge(Fields.mapOrEmpty(settings, "provision"), Fields.mapOrEmpty(file, "provision")));
  }

  private Manifests manifests(Path basePath, MapValue stacks, Optional<Path> configured) {
    Optional<Scalar> written = overridden(stacks, "base_path", "ATMOS_STACKS_BASE_PATH");
    Path directory =
        configured
            .map(baseDirectory::resolve)
            .orElseGet(() -> hasStacks() ? path(basePath, written) : defaultDirectory())
            .normalize();
    if (!Files.isDirectory(directory)) {
      boolean parameter = configured.isPresent() || !hasStacks();
      Position position = written.map(Scalar::position).orElse(stacks.position());
      throw new InvalidStack(
          Problem.of("the stacks directory '" + relative(directory) + "' does not exist")
              .at(parameter ? Position.of("source.stacksDirectory") : position)
              .advise("create it, or name the directory that holds the stack manifests"));
    }
    return new Manifests(
        directory,
        globs(stacks, "included_paths", "ATMOS_STACKS_INCLUDED_PATHS"),
        globs(stacks, "excluded_paths", "ATMOS_STACKS_EXCLUDED_PATHS"));
  }

  private Path defaultDirectory() {
    return baseDirectory.resolve(DEFAULT_DIRECTORY);
  }

  private String relative(Path directory) {
    return directory.startsWith(baseDirectory)
        ? baseDirectory.relativize(directory).toString().replace('\\', '/')
        : directory.getFileName().toString();
  }

  private List<Scalar> globs(MapValue stacks, String key, String variable) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      return Fields.strings(stacks, key);
    }
    return Stream.of(value.split(","))
        .map(String::strip)
        .filter(glob -> !glob.isEmpty())
        .map(glob -> Scalar.string(glob, Position.of(variable)))
        .toList();
  }

  private Map<String, TypeConfig> types(Path basePath, Map<String, String> componentTypes) {
    MapValue components = Fields.mapOrEmpty(file, "components");
    Map<String, TypeConfig> types = new HashMap<>();
    componentTypes.forEach(
        (type, otherwise) -> {
          MapValue section = Fields.mapOrEmpty(components, type);
          Optional<Scalar> written = Fields.scalar(section, "base_path");
          types.put(
              type,
              new TypeConfig(
                  written.isPresent()
                      ? path(basePath, written)
                      : basePath.resolve(otherwise).normalize(),
                  Fields.scalar(Fields.mapOrEmpty(section, "source"), "ttl"),
                  Fields.mapOrEmpty(section, "provision")));
        });
    return types;
  }

  private Templating templating() {
    MapValue settings = Fields.mapOrEmpty(Fields.mapOrEmpty(file, "templates"), "settings");
    boolean enabled = Fields.bool(settings, "enabled").orElse(true);
    List<String> delimiters =
        Fields.strings(settings, "delimiters").stream().map(Scalar::text).toList();
    if (enabled && !delimiters.isEmpty() && !delimiters.equals(List.of("{{", "}}"))) {
      throw new InvalidStack(
          Problem.of("other template delimiters than {{ and }} are not supported")
              .at(settings.keyPosition("delimiters"))
              .advise("remove 'delimiters', and write templates with {{ and }}"));
    }
    Map<String, String> variables = new HashMap<>();
    MapValue env = Fields.mapOrEmpty(settings, "env");
    env.entries()
        .keySet()
        .forEach(name -> Fields.text(env, name).ifPresent(text -> variables.put(name, text)));
    return new Templating(enabled, variables);
  }

  private Optional<Scalar> overridden(MapValue section, String key, String variable) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank()
        ? Fields.scalar(section, key).filter(scalar -> !scalar.text().isBlank())
        : Optional.of(Scalar.string(value, Position.of(variable)));
  }

  private static Path path(Path parent, Optional<Scalar> written) {
    try {
      return written.map(scalar -> parent.resolve(scalar.text())).orElse(parent).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidStack(
          Problem.of("'" + written.map(Scalar::text).orElse("") + "' is no path")
              .at(written.map(Scalar::position).orElse(Position.of("atmos.yaml")))
              .advise("write a path relative to the project")
              .because(e));
    }
  }
}
