package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import io.github.sourceprovisioner.stack.function.YamlFunctions;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import io.github.sourceprovisioner.stack.yaml.FileInclusion;
import io.github.sourceprovisioner.stack.yaml.YamlReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Manifests as values, each file read once. The text of a file is rendered before it is parsed if
 * it ends in {@code .tmpl} or if the import brings a context; every other template waits until its
 * component is merged. In rendered text, lines are those of the result.
 */
final class ManifestText {

  private final ProjectFiles files;
  private final Path basePath;
  private final GoTemplate templates;
  private final YamlFunctions functions;
  private final Map<Path, MapValue> parsed = new HashMap<>();

  ManifestText(ProjectFiles files, Path basePath, GoTemplate templates, YamlFunctions functions) {
    this.files = files;
    this.basePath = basePath;
    this.templates = templates;
    this.functions = functions;
  }

  MapValue read(Path file, MapValue context, boolean plain) {
    boolean template = file.toString().endsWith(".tmpl") || !context.entries().isEmpty();
    if (plain || !template) {
      return raw(file);
    }
    String text = files.read(file);
    return GoTemplate.isTemplate(text) ? rendered(text, file, context) : raw(file);
  }

  private MapValue raw(Path file) {
    MapValue known = parsed.get(file);
    if (known == null) {
      known = parse(files.read(file), file);
      parsed.put(file, known);
    }
    return known;
  }

  private MapValue rendered(String text, Path file, MapValue context) {
    Optional<MapValue> unrendered = attempt(file);
    try {
      MapValue data = data(unrendered, context);
      return parse(templates.render(text, data, Position.of(files.name(file))), file);
    } catch (ProvisioningException e) {
      // Only the file itself could give values so far: the component may give the others later.
      if (context.entries().isEmpty() && unrendered.isPresent()) {
        return unrendered.get();
      }
      throw e;
    }
  }

  /** The file as it is, if it happens to be YAML before rendering. */
  private Optional<MapValue> attempt(Path file) {
    try {
      return Optional.of(raw(file));
    } catch (ProvisioningException e) {
      return Optional.empty();
    }
  }

  private MapValue data(Optional<MapValue> file, MapValue context) {
    Map<String, Value> data = new LinkedHashMap<>();
    for (String section : List.of("vars", "settings", "env")) {
      file.flatMap(f -> f.get(section)).ifPresent(value -> data.put(section, value));
    }
    file.ifPresent(f -> data.put("locals", Locals.resolve(f, templates, functions)));
    data.putAll(context.entries());
    return new MapValue(data, Map.of(), context.position());
  }

  private MapValue parse(String text, Path file) {
    return YamlReader.readMap(text, files.name(file), FileInclusion.of(files, basePath, file));
  }
}
