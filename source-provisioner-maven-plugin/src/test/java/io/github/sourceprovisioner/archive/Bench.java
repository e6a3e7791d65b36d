package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Unpacks bytes of a test as the engine does: with the guard behind it. */
record Bench(Path directory, ArchiveLimits limits) {

  Bench(Path directory) {
    this(directory, ArchiveLimits.DEFAULT);
  }

  /** Path to letter of the type and content. */
  TreeMap<String, String> unpack(String name, byte[] bytes) throws IOException {
    return unpack(List.of(file(name, bytes)), "");
  }

  TreeMap<String, String> unpack(String name, byte[] bytes, String subdir) throws IOException {
    return unpack(List.of(file(name, bytes)), subdir);
  }

  TreeMap<String, String> unpack(List<ArchiveFile> files, String subdir) throws IOException {
    Path staging = Files.createTempDirectory(directory, "staging");
    TreeMap<String, String> found = new TreeMap<>();
    try (SourceTree tree = new Unpacker(limits).unpack(files, subdir, staging)) {
      TreeGuard.check(tree, limits.tree());
      for (TreeEntry entry : tree.entries()) {
        try (InputStream in = tree.open(entry)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          found.put(entry.path(), entry.type().letter() + " " + text);
        }
      }
    }
    return found;
  }

  ArchiveFile file(String name, byte[] bytes) throws IOException {
    return file(name, bytes, Optional.empty());
  }

  ArchiveFile file(String name, byte[] bytes, Optional<String> format) throws IOException {
    Path path = Files.write(Files.createTempFile(directory, "packed", ""), bytes);
    return new ArchiveFile(path, name, format);
  }

  static byte[] gzip(byte[] bytes) {
    return packed(bytes, GZIPOutputStream::new);
  }

  /** How a library packs a stream. */
  interface Packing {
    OutputStream around(OutputStream out) throws IOException;
  }

  static byte[] packed(byte[] bytes, Packing packing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = packing.around(out)) {
      packed.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** The files below the directory of the test, to see what was left or written elsewhere. */
  List<Path> files() throws IOException {
    try (var walk = Files.walk(directory)) {
      return new ArrayList<>(walk.filter(Files::isRegularFile).toList());
    }
  }
}
