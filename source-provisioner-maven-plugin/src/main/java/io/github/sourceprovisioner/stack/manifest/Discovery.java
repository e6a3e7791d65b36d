package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.stack.config.Manifests;
import io.github.sourceprovisioner.stack.file.Listing;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the manifests that are stacks.
 *
 * <p>With {@code stacks.included_paths}, they are the files that match one of these globs and none
 * of {@code excluded_paths}. Without, the default layout holds: a file is a stack if
 *
 * <ul>
 *   <li>it does not stand below a directory named {@code catalog} or {@code mixins},
 *   <li>its name does not start with an underscore,
 *   <li>no other manifest imports it, and
 *   <li>it has a component once its imports are merged.
 * </ul>
 */
public final class Discovery {

  private final Manifests manifests;
  private final ProjectFiles files;
  private final ManifestLoader loader;

  /** A discovery that loads what it finds. */
  public Discovery(Manifests manifests, ProjectFiles files, ManifestLoader loader) {
    this.manifests = manifests;
    this.files = files;
    this.loader = loader;
  }

  /**
   * The stacks, sorted by path.
   *
   * @throws InvalidStack if one cannot be read, or configured globs match nothing
   */
  public List<Manifest> stacks() {
    Globs excluded = Globs.of(manifests.excluded());
    List<String> candidates =
        Listing.of(manifests.directory(), files).paths().stream()
            .filter(path -> !excluded.matches(path))
            .toList();
    if (manifests.included().isEmpty()) {
      return byLayout(candidates);
    }
    Globs included = Globs.of(manifests.included());
    List<String> matching = candidates.stream().filter(included::matches).toList();
    if (matching.isEmpty()) {
      throw new InvalidStack(
          Problem.of("no stack manifests found below " + files.name(manifests.directory()))
              .at(manifests.included().get(0).position())
              .advise("check stacks.included_paths and stacks.excluded_paths"));
    }
    return matching.stream().map(loader::load).toList();
  }

  /** A file that cannot be read may be no stack at all: that is known once all are loaded. */
  private List<Manifest> byLayout(List<String> candidates) {
    List<Manifest> found = new ArrayList<>();
    Map<Path, ProvisioningException> unreadable = new TreeMap<>();
    for (String path : candidates) {
      if (isStackName(path)) {
        try {
          found.add(loader.load(path));
        } catch (ProvisioningException e) {
          unreadable.put(manifests.directory().resolve(path), e);
        }
      }
    }
    unreadable.keySet().removeAll(loader.imported());
    Optional<ProvisioningException> first = unreadable.values().stream().findFirst();
    if (first.isPresent()) {
      throw first.get();
    }
    found.removeIf(manifest -> loader.imported().contains(manifest.file()) || isBare(manifest));
    return found;
  }

  private static boolean isStackName(String path) {
    List<String> names = List.of(path.split("/"));
    return !names.contains("catalog")
        && !names.contains("mixins")
        && !names.get(names.size() - 1).startsWith("_");
  }

  private static boolean isBare(Manifest manifest) {
    MapValue components =
        Fields.map(manifest.content(), "components")
            .orElse(MapValue.empty(Position.of(manifest.key())));
    return components.entries().values().stream()
        .noneMatch(type -> type instanceof MapValue map && !map.entries().isEmpty());
  }
}
