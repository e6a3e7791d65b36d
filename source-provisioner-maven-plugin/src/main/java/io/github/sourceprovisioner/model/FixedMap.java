package io.github.sourceprovisioner.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes and keeps its order, in a third of the memory of a linked hash map: a
 * project may have a million of them. A copy of one is itself.
 */
final class FixedMap<V> extends AbstractMap<String, V> {

  /** Up to here looking at every key is as fast as a table. */
  private static final int FEW = 8;

  private static final int[] NO_TABLE = {};

  private final String[] names;
  private final Object[] values;

  /** Indexes of names plus one, by hash, with open addressing; 0 is free. Empty for a few names. */
  private final int[] table;

  private FixedMap(Map<String, V> map) {
    names = map.keySet().toArray(new String[0]);
    values = map.values().toArray();
    table = names.length <= FEW ? NO_TABLE : table(names);
  }

  /** The entries of a map as they are now. */
  static <V> Map<String, V> copyOf(Map<String, V> map) {
    return map instanceof FixedMap ? map : new FixedMap<>(map);
  }

  private static int[] table(String[] names) {
    int[] table = new int[Integer.highestOneBit(names.length) * 4];
    for (int i = 0; i < names.length; i++) {
      int slot = slot(names[i], table.length);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = i + 1;
    }
    return table;
  }

  private static int slot(String name, int length) {
    int hash = name.hashCode() * 0x9E3779B9;
    return (hash >>> 8) & (length - 1);
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable V get(@Nullable Object name) {
    int index = find(name);
    return index < 0 ? null : value(index);
  }

  private int find(@Nullable Object name) {
    if (name == null) {
      return -1;
    }
    return table.length == 0 ? scan(name) : probe(name);
  }

  private int scan(Object name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int probe(Object name) {
    int slot = name instanceof String text ? slot(text, table.length) : 0;
    while (table[slot] != 0 && !names[table[slot] - 1].equals(name)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return table[slot] - 1;
  }

  /** Only values of the type went in. */
  @SuppressWarnings("unchecked")
  private V value(int index) {
    return (V) values[index];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], value(i));
    }
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, V>> {

    @Override
    public int size() {
      return names.length;
    }

    @Override
    public Iterator<Map.Entry<String, V>> iterator() {
      return new Walk();
    }
  }

  private final class Walk implements Iterator<Map.Entry<String, V>> {

    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Map.Entry<String, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int at = next++;
      return Map.entry(names[at], value(at));
    }
  }
}
