package io.github.sourceprovisioner.report;

import java.util.List;
import java.util.stream.Stream;

/** The columns of the CSV forms, which are there even if no row fills them. */
final class RowColumns {

  static final List<String> LOCATION =
      below("location", "scheme", "url", "ref", "subdir", "archive", "checksum", "coordinates");

  static final List<String> ERROR =
      below("error", "kind", "code", "message", "file", "line", "column", "advice");

  /** Those of {@code list}. */
  static final List<String> ALL =
      joined(
          List.of(
              List.of("module", "stack", "type", "component", "uri", "version", "ttl"),
              LOCATION,
              List.of("workdir", "status", "revision", "treeHash", "provisionedAt"),
              ERROR));

  private RowColumns() {}

  /** Groups of columns, one after the other. */
  static List<String> joined(List<List<String>> groups) {
    return groups.stream().flatMap(List::stream).toList();
  }

  private static List<String> below(String key, String... inner) {
    return Stream.of(inner).map(name -> key + "." + name).toList();
  }
}
