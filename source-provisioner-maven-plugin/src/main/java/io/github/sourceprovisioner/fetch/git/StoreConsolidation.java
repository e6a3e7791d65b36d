package io.github.sourceprovisioner.fetch.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * Makes one pack of all packs of a store. What reaches what is not asked, since a partial clone
 * cannot tell: every object is copied as it lies there, once, and its checksum is checked on the
 * way. The new pack is in its place before the first old one goes, so that a stop at any moment
 * leaves every object findable.
 */
final class StoreConsolidation {

  /** A stop leaves files whose names start so; the next opening throws them away. */
  private static final String UNFINISHED = "gc_";

  private static final int BUFFER = 1 << 16;

  private final StoreFiles files;
  private final Runnable step;

  /**
   * The consolidation of a closed store that nobody else works in.
   *
   * @param step called between two changes on disk
   */
  StoreConsolidation(StoreFiles files, Runnable step) {
    this.files = files;
    this.step = step;
  }

  /** How many entries all indexes have; an object in two packs counts twice. */
  long entries() throws IOException {
    long entries = 0;
    for (String name : files.names()) {
      entries += PackIndex.open(files.index(name).toFile()).getObjectCount();
    }
    return entries;
  }

  /**
   * Does it.
   *
   * @throws CorruptObjectException if an object cannot be read in any pack; so does {@link
   *     MissingObjectException}; nothing was removed then
   * @throws IOException if the disk does not let it; nothing was removed before the new pack was
   *     whole
   */
  void run(Repository store) throws IOException {
    List<String> old = files.names();
    Path pack = files.packs().resolve(UNFINISHED + "pack");
    Path index = files.packs().resolve(UNFINISHED + "idx");
    try {
      write(store, pack, index);
    } finally {
      store.close();
    }
    String name = verified(pack, index);
    step.run();
    move(pack, files.pack(name));
    move(index, files.index(name));
    for (String each : old) {
      if (!each.equals(name)) {
        remove(files.index(each));
        remove(files.pack(each));
      }
    }
  }

  private void write(Repository store, Path pack, Path index) throws IOException {
    PackConfig config = new PackConfig();
    config.setDeltaCompress(false);
    config.setThreads(1);
    try (ObjectReader reader = store.newObjectReader();
        RevWalk walk = new RevWalk(reader);
        PackWriter writer = new PackWriter(config, reader);
        OutputStream packed = output(pack);
        OutputStream indexed = output(index)) {
      writer.setDeltaBaseAsOffset(true);
      writer.setReuseDeltaCommits(true);
      writer.setReuseValidatingObjects(true);
      for (String name : files.names()) {
        add(name, walk, writer);
      }
      writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, packed);
      writer.writeIndex(indexed);
    }
  }

  private void add(String name, RevWalk walk, PackWriter writer) throws IOException {
    PackIndex index = PackIndex.open(files.index(name).toFile());
    try (PackedTypes types = new PackedTypes(files.pack(name), index)) {
      for (PackIndex.MutableEntry entry : index) {
        ObjectId id = entry.toObjectId();
        if (walk.lookupOrNull(id) == null) {
          writer.addObject(walk.lookupAny(id, types.at(entry.getOffset())));
        }
      }
    }
  }

  /**
   * The name that the new pack gets: its own checksum, so that equal names mean equal bytes.
   *
   * @throws IOException if the index is not the one of this pack
   */
  private static String verified(Path pack, Path index) throws IOException {
    ByteBuffer checksum = ByteBuffer.allocate(Constants.OBJECT_ID_LENGTH);
    try (FileChannel channel = FileChannel.open(pack, StandardOpenOption.READ)) {
      channel.read(checksum, Math.max(0, channel.size() - checksum.capacity()));
    }
    if (!Arrays.equals(PackIndex.open(index.toFile()).getChecksum(), checksum.array())) {
      throw new IOException("the new pack is not what was written");
    }
    return "pack-" + ObjectId.fromRaw(checksum.array()).name();
  }

  private void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    step.run();
  }

  private void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    step.run();
  }

  private static OutputStream output(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }
}
