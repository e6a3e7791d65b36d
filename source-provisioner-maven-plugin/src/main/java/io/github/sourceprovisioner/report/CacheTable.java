package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.CachedRepository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The cache for people: a block for each repository. What may be long stands last in its line, so
 * that the rest fits a terminal of 80 columns.
 */
final class CacheTable {

  private static final List<String> SNAPSHOTS =
      List.of("REVISION", "SIZE", "LAST USED", "TYPES", "SUBDIRECTORY");

  private static final List<String> REFS = List.of("MEANS", "KIND", "LAST CHECKED", "REF");

  private CacheTable() {}

  /** No repository is a sentence. */
  static String render(List<CachedRepository> repositories) {
    if (repositories.isEmpty()) {
      return "The cache holds no snapshot.";
    }
    List<String> blocks = new ArrayList<>();
    repositories.forEach(repository -> blocks.add(block(repository)));
    blocks.add(total(repositories));
    return String.join("\n\n", blocks);
  }

  private static String block(CachedRepository repository) {
    StringBuilder block = new StringBuilder(Escape.shown(repository.coordinates().toString()));
    block.append("\n  ").append(Escape.shown(repository.url()));
    repository.store().ifPresent(store -> block.append("\n  ").append(line(store)));
    block.append(indented(Table.columns(snapshots(repository))));
    if (!repository.refs().isEmpty()) {
      block.append(indented(Table.columns(refs(repository))));
    }
    return block.toString();
  }

  private static String line(CachedRepository.Store store) {
    return "object store: %s in %s, last used %s"
        .formatted(
            Amounts.bytes(store.bytes()),
            Amounts.counted(store.packs(), "pack"),
            seconds(store.lastUsed()));
  }

  private static List<List<String>> snapshots(CachedRepository repository) {
    List<List<String>> rows = new ArrayList<>(List.of(SNAPSHOTS));
    for (CacheEntry entry : repository.snapshots()) {
      rows.add(
          List.of(
              ShortRevision.of(entry.revision()),
              Amounts.bytes(entry.bytes()),
              seconds(entry.lastUsed()),
              String.join(", ", new TreeSet<>(entry.types())),
              entry.subdir()));
    }
    return rows;
  }

  private static List<List<String>> refs(CachedRepository repository) {
    List<List<String>> rows = new ArrayList<>(List.of(REFS));
    for (CachedRepository.Ref ref : repository.refs()) {
      rows.add(
          List.of(
              ShortRevision.of(ref.revision()),
              ref.stability().name().toLowerCase(Locale.ROOT),
              ref.checkedAt().map(CacheTable::seconds).orElse("to be asked again"),
              ref.name()));
    }
    return rows;
  }

  private static String total(List<CachedRepository> repositories) {
    List<CacheEntry> all = repositories.stream().flatMap(r -> r.snapshots().stream()).toList();
    long stores =
        repositories.stream()
            .flatMap(repository -> repository.store().stream())
            .mapToLong(CachedRepository.Store::bytes)
            .sum();
    return "%s in %s: %s, and %s in object stores"
        .formatted(
            Amounts.counted(all.size(), "snapshot"),
            places(repositories.size()),
            Amounts.bytes(all.stream().mapToLong(CacheEntry::bytes).sum()),
            Amounts.bytes(stores));
  }

  private static String places(int number) {
    return number == 1 ? "1 repository" : number + " repositories";
  }

  private static String indented(String lines) {
    return ("\n" + lines).replace("\n", "\n  ");
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
