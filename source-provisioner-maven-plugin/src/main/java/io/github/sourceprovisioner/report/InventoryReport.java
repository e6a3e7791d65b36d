package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** What {@code list} prints. */
public final class InventoryReport {

  private static final List<String> HEADER =
      List.of(
          "MODULE",
          "STACK",
          "COMPONENT",
          "TYPE",
          "SOURCE",
          "VERSION",
          "REVISION",
          "STATUS",
          "WORKDIR");

  private InventoryReport() {}

  /**
   * The rows in the order given, without a line break at the end. The table has a MODULE column
   * only if there are several modules, and says below itself why rows are invalid; no rows make it
   * a sentence.
   */
  public static String render(List<ModuleRow> rows, Format format) {
    return switch (format) {
      case TABLE -> table(rows);
      case JSON -> Json.write(document(rows));
      case YAML -> Yaml.write(document(rows));
      case CSV ->
          Csv.write(RowColumns.ALL, rows.stream().map(row -> ModelFields.of(row).done()).toList());
    };
  }

  private static Node document(List<ModuleRow> rows) {
    return new Node.Sequence(rows.stream().<Node>map(row -> ModelFields.of(row).done()).toList());
  }

  private static String table(List<ModuleRow> rows) {
    if (rows.isEmpty()) {
      return "No component with a source was found.";
    }
    boolean several = rows.stream().map(ModuleRow::module).distinct().count() > 1;
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEADER.subList(several ? 0 : 1, HEADER.size()));
    for (ModuleRow row : rows) {
      List<String> all = cells(row);
      cells.add(all.subList(several ? 0 : 1, all.size()));
    }
    List<Failure> failures = rows.stream().flatMap(row -> row.row().failure().stream()).toList();
    List<String> lines = new ArrayList<>(List.of(Table.columns(cells)));
    for (Failure failure : failures) {
      lines.add("");
      lines.addAll(FailureReport.lines(failure));
    }
    return String.join("\n", lines);
  }

  private static List<String> cells(ModuleRow moduleRow) {
    InventoryRow row = moduleRow.row();
    return List.of(
        moduleRow.module(),
        row.component().id().stack(),
        row.component().id().name(),
        row.component().id().type(),
        row.uri().orElse(""),
        row.version().or(() -> row.location().flatMap(SourceLocation::ref)).orElse(""),
        row.revision().map(ShortRevision::of).orElse(""),
        row.status().toString(),
        row.workdir());
  }
}
