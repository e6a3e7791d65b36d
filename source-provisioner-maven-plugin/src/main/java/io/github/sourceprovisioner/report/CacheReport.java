package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.CacheEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What {@code cache-list} prints. */
public final class CacheReport {

  private static final List<String> COLUMNS =
      List.of(
          "coordinates",
          "url",
          "subdir",
          "revision",
          "treeHash",
          "bytes",
          "lastUsed",
          "lastChecked",
          "types");

  private static final List<String> HEADER =
      List.of("COORDINATES", "SUBDIR", "REVISION", "SIZE", "LAST USED", "LAST CHECKED", "TYPES");

  private CacheReport() {}

  /**
   * The snapshots in the order given, without a line break at the end. Sizes are bytes for machines
   * and rounded for people; times are in UTC; no snapshots make the table a sentence.
   */
  public static String render(List<CacheEntry> entries, Format format) {
    List<Node.Mapping> objects = entries.stream().map(CacheReport::object).toList();
    return switch (format) {
      case TABLE -> table(entries);
      case JSON -> Json.write(new Node.Sequence(List.copyOf(objects)));
      case YAML -> Yaml.write(new Node.Sequence(List.copyOf(objects)));
      case CSV -> Csv.write(COLUMNS, objects);
    };
  }

  private static Node.Mapping object(CacheEntry entry) {
    return new Fields()
        .with("coordinates", entry.coordinates().toString())
        .with("url", entry.url())
        .with("subdir", entry.subdir())
        .with("revision", entry.revision())
        .with("treeHash", entry.treeHash())
        .with("bytes", entry.bytes())
        .with("lastUsed", entry.lastUsed().toString())
        .with("lastChecked", entry.lastChecked().map(Instant::toString))
        .with("types", new TreeSet<>(entry.types()))
        .done();
  }

  private static String table(List<CacheEntry> entries) {
    if (entries.isEmpty()) {
      return "The cache holds no snapshot.";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (CacheEntry entry : entries) {
      rows.add(
          List.of(
              entry.coordinates().toString(),
              entry.subdir(),
              ShortRevision.of(entry.revision()),
              Amounts.bytes(entry.bytes()),
              seconds(entry.lastUsed()),
              entry.lastChecked().map(CacheReport::seconds).orElse(""),
              String.join(", ", new TreeSet<>(entry.types()))));
    }
    return Table.columns(rows);
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
