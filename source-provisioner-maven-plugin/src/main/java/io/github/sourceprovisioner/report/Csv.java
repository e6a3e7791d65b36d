package io.github.sourceprovisioner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes objects as CSV (RFC 4180): a header, CRLF between the records, quotes where needed. */
final class Csv {

  private Csv() {}

  /**
   * One record an object.
   *
   * @param columns the keys to show, nested ones joined by dots; one that an object lacks is empty
   */
  static String write(List<String> columns, List<Node.Mapping> objects) {
    List<String> records = new ArrayList<>();
    records.add(join(columns));
    for (Node.Mapping object : objects) {
      Map<String, String> flat = Flat.of(object);
      records.add(join(columns.stream().map(key -> flat.getOrDefault(key, "")).toList()));
    }
    return String.join("\r\n", records);
  }

  private static String join(List<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(","));
  }

  private static String field(String text) {
    String shown = Escape.shownInCsv(text);
    boolean quote = shown.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }
}
