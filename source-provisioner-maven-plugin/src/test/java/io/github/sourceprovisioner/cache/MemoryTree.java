package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree that exists in a test only; it does not tell sizes. */
final class MemoryTree implements SourceTree {

  private final Map<TreeEntry, byte[]> content = new LinkedHashMap<>();

  MemoryTree add(TreeEntry.Type type, String path, byte[] bytes) {
    content.put(new TreeEntry(path, type, -1), bytes);
    return this;
  }

  MemoryTree file(String path, String text) {
    return add(TreeEntry.Type.FILE, path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A tree with one of everything. */
  static MemoryTree sample() {
    return new MemoryTree()
        .file("sub/variables.tf", "variable \"x\" {}\n")
        .file("main.tf", "resource {}\n")
        .add(TreeEntry.Type.LINK, "latest", "sub".getBytes(StandardCharsets.UTF_8))
        .add(TreeEntry.Type.EXECUTABLE, "run.sh", "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8))
        .file("caf\u00e9.tf", "")
        .file("sub.tf", "sorts before sub/ by bytes");
  }

  /** Everything in a tree as text, each file read to its end. */
  static Map<String, String> read(SourceTree tree) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (TreeEntry entry : tree.entries()) {
      try (InputStream in = tree.open(entry)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        texts.put(entry.type().letter() + " " + entry.path(), text);
      }
    }
    return texts;
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
