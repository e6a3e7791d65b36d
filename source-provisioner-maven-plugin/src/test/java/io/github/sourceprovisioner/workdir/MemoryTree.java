package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree that is written down in a test. */
record MemoryTree(Map<TreeEntry, String> content) implements SourceTree {

  static MemoryTree of(String... pathsAndContents) {
    MemoryTree tree = new MemoryTree(new java.util.LinkedHashMap<>());
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      tree.with(TreeEntry.Type.FILE, pathsAndContents[i], pathsAndContents[i + 1]);
    }
    return tree;
  }

  MemoryTree with(TreeEntry.Type type, String path, String text) {
    content.put(new TreeEntry(path, type, text.length()), text);
    return this;
  }

  /** Path to content, as {@link Bench#snapshot} reads a directory. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    content.forEach((entry, text) -> files.put(entry.path(), text));
    return files;
  }

  @Override
  public List<TreeEntry> entries() {
    return List.copyOf(content.keySet());
  }

  @Override
  public InputStream open(TreeEntry entry) {
    String text = java.util.Objects.requireNonNull(content.get(entry));
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}
}
