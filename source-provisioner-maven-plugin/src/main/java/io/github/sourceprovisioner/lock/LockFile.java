package io.github.sourceprovisioner.lock;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All entries of a lock file. Immutable. */
public final class LockFile {

  /** The usual name of the file. */
  public static final String NAME = "source.lock.yaml";

  /** A file without entries, or none at all. */
  public static final LockFile EMPTY = new LockFile(new TreeMap<>());

  private final SortedMap<LockKey, LockEntry> entries;

  private LockFile(SortedMap<LockKey, LockEntry> entries) {
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /**
   * Where the lock file of a project stands: beside its POM, or beside stacks that several projects
   * share.
   *
   * @param stacks where the user says that stacks are
   */
  public static Path besides(Path project, Optional<Path> stacks) {
    Optional<Path> shared = stacks.filter(s -> !s.startsWith(project)).map(Path::getParent);
    return shared.orElse(project).resolve(NAME);
  }

  /** A file with these entries; of two with one key the later one counts. */
  public static LockFile of(Collection<LockEntry> entries) {
    return EMPTY.with(entries);
  }

  /** The entry of a source. */
  public Optional<LockEntry> find(LockKey key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Whether nothing is locked. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Every entry, sorted by key. */
  public List<LockEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The same with these entries added, or put in the place of those with their keys. */
  public LockFile with(Collection<LockEntry> others) {
    SortedMap<LockKey, LockEntry> all = new TreeMap<>(entries);
    others.forEach(entry -> all.put(entry.key(), entry));
    return new LockFile(all);
  }

  /** The same without the entries of any other key. */
  public LockFile only(Set<LockKey> keys) {
    SortedMap<LockKey, LockEntry> some = new TreeMap<>(entries);
    some.keySet().retainAll(keys);
    return new LockFile(some);
  }
}
