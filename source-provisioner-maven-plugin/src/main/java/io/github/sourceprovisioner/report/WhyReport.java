package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.SourceUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code why} prints: each source with everybody who needs it. */
public final class WhyReport {

  private static final List<String> COLUMNS =
      List.of("module", "source", "locked", "stack", "type", "component", "file", "line");

  private static final String NOBODY =
      "nobody needs it: source:lock -Dsource.prune=true removes it";

  private WhyReport() {}

  /** A use, and the module whose manifests say so. */
  public record Row(String module, SourceUse use) {}

  /** The uses in the order given, without a line break at the end. */
  public static String render(List<Row> rows, Format format) {
    List<Node.Mapping> objects = rows.stream().map(WhyReport::object).toList();
    return switch (format) {
      case TABLE -> table(rows);
      case JSON -> Json.write(new Node.Sequence(List.copyOf(objects)));
      case YAML -> Yaml.write(new Node.Sequence(List.copyOf(objects)));
      case CSV -> Csv.write(COLUMNS, objects);
    };
  }

  private static Node.Mapping object(Row row) {
    Optional<ComponentId> component = row.use().component();
    Optional<Position> declared = row.use().declared();
    return new Fields()
        .with("module", row.module())
        .with("source", row.use().source())
        .with("locked", row.use().locked())
        .with("stack", component.map(ComponentId::stack))
        .with("type", component.map(ComponentId::type))
        .with("component", component.map(ComponentId::name))
        .with("file", declared.map(Position::file))
        .with("line", declared.<Node>map(p -> new Node.Bare("" + p.line())).orElse(Node.NULL))
        .done();
  }

  /** One block a source. */
  private static String table(List<Row> rows) {
    if (rows.isEmpty()) {
      return "No such source is used or locked.";
    }
    List<String> lines = new ArrayList<>();
    String source = "";
    for (Row row : rows) {
      if (!row.use().source().equals(source)) {
        source = row.use().source();
        String locked = row.use().locked().map(ShortRevision::of).orElse("not locked");
        lines.add(Escape.shown(source) + " (" + Escape.shown(locked) + ")");
      }
      lines.add("  " + Escape.shown(line(row.use())));
    }
    return String.join("\n", lines);
  }

  private static String line(SourceUse use) {
    return use.component()
        .map(
            id ->
                id
                    + " ("
                    + id.type()
                    + ") at "
                    + use.declared().map(Position::toString).orElse("-"))
        .orElse(NOBODY);
  }
}
