package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.CachedRepository;
import io.github.sourceprovisioner.model.Coordinates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists the cache repository by repository. Nothing is written. */
public final class CachedRepositories {

  private final CacheLayout layout;

  /** The repositories of a cache that need not exist. */
  public CachedRepositories(Path root) {
    this.layout = new CacheLayout(root);
  }

  /**
   * The repositories that have snapshots in a selection, with these snapshots alone, by
   * coordinates.
   *
   * @param types used by one of these component types; empty means all
   * @param uri a glob for the whole URL, or a part of the URL or of the coordinates
   * @throws io.github.sourceprovisioner.failure.CacheUnusable if the cache cannot be read
   */
  public List<CachedRepository> list(Set<String> types, Optional<String> uri) {
    Map<Coordinates, List<CacheEntry>> places =
        new CacheInventory(layout.root())
            .list(types, uri).stream()
                .collect(
                    Collectors.groupingBy(
                        CacheEntry::coordinates, LinkedHashMap::new, Collectors.toList()));
    List<StoreDirectory> stores = stores();
    List<CachedRepository> repositories = new ArrayList<>();
    places.forEach((place, snapshots) -> repositories.add(repository(place, snapshots, stores)));
    return repositories;
  }

  private List<StoreDirectory> stores() {
    try {
      return new ObjectStores(layout).all();
    } catch (IOException e) {
      throw new CacheTrouble(layout.root()).unreadable(e);
    }
  }

  private CachedRepository repository(
      Coordinates place, List<CacheEntry> snapshots, List<StoreDirectory> stores) {
    String name = CacheLayout.storeName(place);
    String url =
        snapshots.stream()
            .max(Comparator.comparing(CacheEntry::lastUsed))
            .map(CacheEntry::url)
            .orElseThrow();
    return new CachedRepository(
        place,
        url,
        snapshots,
        stores.stream()
            .filter(store -> store.place().equals(name))
            .map(CachedRepositories::shown)
            .reduce(CachedRepositories::both),
        refs(place));
  }

  private static CachedRepository.Store shown(StoreDirectory store) {
    return new CachedRepository.Store(store.bytes(), store.packs(), store.lastUsed());
  }

  private static CachedRepository.Store both(CachedRepository.Store a, CachedRepository.Store b) {
    Instant last = a.lastUsed().isAfter(b.lastUsed()) ? a.lastUsed() : b.lastUsed();
    return new CachedRepository.Store(a.bytes() + b.bytes(), a.packs() + b.packs(), last);
  }

  /** Two ways to write one ref are one ref; the newer answer counts. */
  private List<CachedRepository.Ref> refs(Coordinates place) {
    Map<String, KnownRevision> byName = new TreeMap<>();
    new KnownRevisions(layout)
        .all(place)
        .forEach(
            (key, known) ->
                byName.merge(
                    name(key, known),
                    known,
                    (a, b) -> a.checkedAt().isAfter(b.checkedAt()) ? a : b));
    return byName.entrySet().stream().map(ref -> ref(ref.getKey(), ref.getValue())).toList();
  }

  private static String name(String key, KnownRevision known) {
    return known.revision().ref().orElseGet(() -> KnownRevisions.ref(key));
  }

  private static CachedRepository.Ref ref(String name, KnownRevision known) {
    return new CachedRepository.Ref(
        name,
        known.revision().id(),
        known.revision().stability(),
        Optional.of(known.checkedAt()).filter(checked -> checked.isAfter(Instant.EPOCH)));
  }
}
