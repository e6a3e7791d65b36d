package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.config.AtmosConfig;
import io.github.sourceprovisioner.stack.file.Listing;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import io.github.sourceprovisioner.stack.function.YamlFunctions;
import io.github.sourceprovisioner.stack.merge.DeepMerge;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges manifests with what they import: imports first, depth first and in order, the importing
 * file last, so that it wins wherever its {@code import} stands. What is imported in the same way
 * twice is merged once. One loader serves one load; it is not safe for several threads.
 */
public final class ManifestLoader {

  /** Imports in a row; more is a mistake, and would be the end of the stack. */
  private static final int DEEPEST = 250;

  /** Different imports (by file and context) in one load. */
  private static final int MOST = 50_000;

  private final Path stacks;
  private final ProjectFiles files;
  private final GoTemplate templates;
  private final YamlFunctions functions;
  private final DeepMerge merge;
  private final Overrides overrides;
  private final SourceSections sources;
  private final ImportPaths paths;
  private final ManifestText texts;
  private final Map<ImportRequest, Loaded> loaded = new HashMap<>();
  private final Set<Path> imported = new HashSet<>();
  private final Set<Path> open = new LinkedHashSet<>();

  /** A loader for one project. */
  public ManifestLoader(
      AtmosConfig config, ProjectFiles files, GoTemplate templates, YamlFunctions functions) {
    this.stacks = config.manifests().directory();
    this.files = files;
    this.templates = templates;
    this.functions = functions;
    this.merge = new DeepMerge(config.lists());
    this.overrides = new Overrides(config.types().keySet(), merge);
    this.sources = new SourceSections(config.types().keySet());
    this.paths = new ImportPaths(stacks, files);
    this.texts = new ManifestText(files, config.basePath(), templates, functions);
  }

  /**
   * The manifest of a file.
   *
   * @param path relative to the stacks directory
   * @throws InvalidStack if it or anything it imports cannot be read
   */
  public Manifest load(String path) {
    Path file = stacks.resolve(path);
    MapValue none = MapValue.empty(Position.of(files.name(file)));
    open.clear();
    Loaded whole = load(new ImportRequest(file, none, false, none, none), none.position());
    return new Manifest(file, Listing.key(path), whole.content(), whole.locals());
  }

  /** The files that some manifest imports which could be loaded. */
  public Set<Path> imported() {
    return Set.copyOf(imported);
  }

  private Loaded load(ImportRequest request, Position asked) {
    Loaded known = loaded.get(request);
    if (known != null) {
      return known;
    }
    requireNew(request.file(), asked);
    open.add(request.file());
    Loaded fresh = merged(request);
    open.remove(request.file());
    if (loaded.size() >= MOST) {
      throw limit("the stacks have more than " + MOST + " different imports", asked);
    }
    loaded.put(request, fresh);
    imported.addAll(fresh.imports());
    return fresh;
  }

  private Loaded merged(ImportRequest request) {
    MapValue raw = texts.read(request.file(), request.context(), request.plain());
    MapValue locals = Locals.resolve(raw, templates, functions);
    MapValue own = locals.entries().isEmpty() ? raw : (MapValue) LocalReferences.bind(raw, locals);
    MapValue inline = merge.merge(overrides.of(own), request.inline());
    MapValue collected = request.collected();
    List<MapValue> layers = new ArrayList<>();
    Set<Path> imports = new LinkedHashSet<>();
    for (Import wanted : ImportList.of(own)) {
      MapValue context = merge.merge(wanted.context(), request.context());
      Scalar path = rendered(wanted.path(), layers, context, locals);
      boolean optional = wanted.optional() || GoTemplate.isTemplate(path.text());
      for (Path file : paths.resolve(path, optional, request.file())) {
        ImportRequest next = new ImportRequest(file, context, wanted.plain(), inline, collected);
        Loaded child = load(next, path.position());
        imports.add(file);
        layers.add(child.content());
        collected = merge.merge(collected, child.overrides());
      }
    }
    MapValue holding = merge.merge(collected, inline);
    MapValue content = sources.normalise(withoutFileScope(own));
    layers.add(overrides.attach(content, holding));
    return new Loaded(merge.merge(layers), holding, locals, imports);
  }

  /** The path of an import; it sees the sections of earlier imports and its own context. */
  private Scalar rendered(Scalar path, List<MapValue> earlier, MapValue context, MapValue locals) {
    if (!GoTemplate.isTemplate(path.text())) {
      return path;
    }
    Map<String, Value> data = new LinkedHashMap<>();
    for (String section : List.of("vars", "settings", "env")) {
      List<MapValue> found =
          earlier.stream().flatMap(layer -> Fields.map(layer, section).stream()).toList();
      data.put(section, merge.merge(found));
    }
    data.put("locals", locals);
    data.putAll(context.entries());
    MapValue all = new MapValue(data, Map.of(), path.position());
    return Scalar.string(templates.render(path.text(), all, path.position()), path.position());
  }

  private static MapValue withoutFileScope(MapValue own) {
    Map<String, Value> entries = new LinkedHashMap<>(own.entries());
    entries.remove("import");
    entries.remove("locals");
    return own.with(entries);
  }

  private void requireNew(Path file, Position asked) {
    if (open.contains(file)) {
      List<Path> path = new ArrayList<>(open);
      String cycle =
          Stream.concat(path.stream().skip(path.indexOf(file)), Stream.of(file))
              .map(files::name)
              .collect(Collectors.joining(" -> "));
      throw new InvalidStack(
          Problem.of("manifests import each other: " + cycle)
              .at(asked)
              .advise("move what they share into a third manifest and import that"));
    }
    if (open.size() >= DEEPEST) {
      throw limit("imports are nested more than " + DEEPEST + " deep", asked);
    }
  }

  private static InvalidStack limit(String what, Position asked) {
    return new InvalidStack(
        Problem.of(what).at(asked).advise("import the manifests that are needed directly"));
  }

  private record Loaded(MapValue content, MapValue overrides, MapValue locals, Set<Path> imports) {}
}
