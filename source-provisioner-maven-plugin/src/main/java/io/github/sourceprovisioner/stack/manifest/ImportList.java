package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.file.Nearest;
import io.github.sourceprovisioner.stack.yaml.Fields;
import java.util.List;
import java.util.Set;

/** The section {@code import} of a manifest: a list of paths, or of maps with a path. */
final class ImportList {

  private static final Set<String> KEYS =
      Set.of(
          "path",
          "context",
          "skip_templates_processing",
          "ignore_missing_template_values",
          "skip_if_missing",
          "nested_imports",
          "ttl");

  /** No file system has longer paths, and patterns are matched against it. */
  private static final int LONGEST = 4096;

  private ImportList() {}

  /** The imports in order; none if the section is absent or null. */
  static List<Import> of(MapValue manifest) {
    Value section = manifest.entries().get("import");
    if (section == null || (section instanceof Scalar scalar && scalar.isNull())) {
      return List.of();
    }
    if (section instanceof ListValue list) {
      return list.items().stream().map(ImportList::entry).toList();
    }
    throw invalid(section, "'import' is " + section.describe() + ", not a list");
  }

  private static Import entry(Value item) {
    if (item instanceof Scalar path && !path.isNull()) {
      return checked(new Import(path, MapValue.empty(path.position()), false, false));
    }
    if (!(item instanceof MapValue map)) {
      throw invalid(item, "an import is " + item.describe());
    }
    requireKnownKeys(map);
    Scalar path =
        Fields.scalar(map, "path").orElseThrow(() -> invalid(map, "an import has no path"));
    return checked(
        new Import(
            path,
            Fields.mapOrEmpty(map, "context"),
            Fields.bool(map, "skip_templates_processing").orElse(false),
            Fields.bool(map, "skip_if_missing").orElse(false)));
  }

  private static Import checked(Import wanted) {
    if (wanted.path().text().isBlank()) {
      throw invalid(wanted.path(), "an import has an empty path");
    }
    if (wanted.path().text().length() > LONGEST) {
      throw new InvalidStack(
          Problem.of("an import has a path of more than " + LONGEST + " characters")
              .at(wanted.path().position())
              .advise("write the path of a manifest"));
    }
    return wanted;
  }

  private static void requireKnownKeys(MapValue map) {
    for (String key : map.entries().keySet()) {
      if (!KEYS.contains(key)) {
        throw new InvalidStack(
            Problem.of("an import has no key '" + key + "'")
                .at(map.keyPosition(key))
                .advise(
                    Nearest.advice(key, KEYS)
                        .orElse("use path, context, skip_templates_processing, skip_if_missing")));
      }
    }
  }

  private static InvalidStack invalid(Value at, String message) {
    return new InvalidStack(
        Problem.of(message)
            .at(at.position())
            .advise("write a list of paths, or of maps with the key path"));
  }
}
