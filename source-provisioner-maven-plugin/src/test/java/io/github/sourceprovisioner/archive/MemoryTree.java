package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree that exists in a test only. */
final class MemoryTree implements SourceTree {

  private final Map<TreeEntry, byte[]> content = new LinkedHashMap<>();

  MemoryTree file(String path) {
    content.put(new TreeEntry(path, TreeEntry.Type.FILE, 0), new byte[0]);
    return this;
  }

  MemoryTree link(String path, String target) {
    return link(path, target.getBytes(StandardCharsets.UTF_8));
  }

  MemoryTree link(String path, byte[] target) {
    content.put(new TreeEntry(path, TreeEntry.Type.LINK, target.length), target);
    return this;
  }

  @Override
  public List<TreeEntry> entries() {
    return List.copyOf(content.keySet());
  }

  @Override
  public InputStream open(TreeEntry entry) {
    return new ByteArrayInputStream(content.getOrDefault(entry, new byte[0]));
  }

  @Override
  public void close() {
    content.clear();
  }
}
