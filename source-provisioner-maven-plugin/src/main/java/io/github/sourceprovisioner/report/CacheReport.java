package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.CachedRepository;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
          "types",
          "refs",
          "repository.storeBytes",
          "repository.storePacks",
          "repository.storeLastUsed");

  private CacheReport() {}

  /**
   * The repositories in the order given, without a line break at the end. For people, one block a
   * repository; for machines, one object a snapshot, which repeats what is known of its repository.
   * Sizes are bytes for machines and rounded for people; times are in UTC.
   */
  public static String render(List<CachedRepository> repositories, Format format) {
    List<Node.Mapping> objects =
        repositories.stream()
            .flatMap(place -> place.snapshots().stream().map(entry -> object(place, entry)))
            .toList();
    return switch (format) {
      case TABLE -> CacheTable.render(repositories);
      case JSON -> Json.write(new Node.Sequence(List.copyOf(objects)));
      case YAML -> Yaml.write(new Node.Sequence(List.copyOf(objects)));
      case CSV -> Csv.write(COLUMNS, objects);
    };
  }

  private static Node.Mapping object(CachedRepository place, CacheEntry entry) {
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
        .with("refs", names(place, entry))
        .with("repository", repository(place))
        .done();
  }

  private static List<String> names(CachedRepository place, CacheEntry entry) {
    return place.refs().stream()
        .filter(ref -> ref.revision().equals(entry.revision()))
        .map(CachedRepository.Ref::name)
        .toList();
  }

  private static Node.Mapping repository(CachedRepository place) {
    List<Node> refs = place.refs().stream().<Node>map(CacheReport::ref).toList();
    return new Fields()
        .with("storeBytes", number(place.store().map(CachedRepository.Store::bytes)))
        .with("storePacks", number(place.store().map(CachedRepository.Store::packs)))
        .with("storeLastUsed", place.store().map(store -> store.lastUsed().toString()))
        .with("refs", new Node.Sequence(refs))
        .done();
  }

  private static Node.Mapping ref(CachedRepository.Ref ref) {
    return new Fields()
        .with("ref", ref.name())
        .with("revision", ref.revision())
        .with("stability", ref.stability().name().toLowerCase(Locale.ROOT))
        .with("checkedAt", ref.checkedAt().map(Instant::toString))
        .done();
  }

  private static Node number(Optional<? extends Number> value) {
    return value.<Node>map(number -> new Node.Bare(number.toString())).orElse(Node.NULL);
  }
}
