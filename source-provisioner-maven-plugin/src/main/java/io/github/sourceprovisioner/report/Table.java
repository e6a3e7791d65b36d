package io.github.sourceprovisioner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Text in columns for people. Nothing that is shown can move the cursor or break a line. */
final class Table {

  private static final String GAP = "  ";

  private Table() {}

  /**
   * Aligned columns without trailing spaces and without a line break at the end.
   *
   * @param rows the header first; all of one length
   */
  static String columns(List<List<String>> rows) {
    List<List<String>> shown = rows.stream().map(Table::shown).toList();
    List<String> lines = new ArrayList<>();
    for (List<String> row : shown) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(pad(row.get(column), width(shown, column))).append(GAP);
      }
      lines.add(line.toString().stripTrailing());
    }
    return String.join("\n", lines);
  }

  /** One {@code key: value} a line, the values aligned. */
  static String pairs(Map<String, String> pairs) {
    List<List<String>> rows = new ArrayList<>();
    pairs.forEach((key, value) -> rows.add(List.of(key + ":", value)));
    return columns(rows);
  }

  /** A dash for what is absent, so that the columns of a line can still be counted. */
  private static List<String> shown(List<String> row) {
    return row.stream().map(cell -> cell.isEmpty() ? "-" : Escape.shown(cell)).toList();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static String pad(String cell, int width) {
    return cell + " ".repeat(width - length(cell));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
