package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.spi.SharedDeployment;
import io.github.sourceprovisioner.spi.SharedFile;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shared repository in memory, which writes down every call. */
final class FakeShared implements SharedRepository, SharedDeployment {

  /** The files, by the text of their names. */
  final SortedMap<String, byte[]> files = new TreeMap<>();

  final List<String> calls = new CopyOnWriteArrayList<>();
  private final Path downloads;

  /** What happens before an answer. */
  Runnable onCall = () -> {};

  /** What happens before something is added. */
  Event onUpload = () -> {};

  /** Anything. */
  interface Event {
    void happen() throws InterruptedException;
  }

  FakeShared(Path downloads) throws IOException {
    this.downloads = Files.createDirectories(downloads);
  }

  @Override
  public String name() {
    return "team (fake://shared)";
  }

  @Override
  public Map<SharedFile, Path> find(Collection<SharedFile> wanted, TransferListener traffic) {
    calls.add("find " + wanted.stream().map(FakeShared::shown).toList());
    onCall.run();
    Map<SharedFile, Path> found = new HashMap<>();
    for (SharedFile file : wanted) {
      Path copy = downloads.resolve(file.toString().replace(':', '_'));
      if (copy(file, copy, traffic)) {
        found.put(file, copy);
      }
    }
    return found;
  }

  @Override
  public boolean download(SharedFile file, Path target, TransferListener traffic) {
    calls.add("download " + shown(file));
    onCall.run();
    return copy(file, target, traffic);
  }

  @Override
  public void upload(SharedFile file, Path content, TransferListener traffic) {
    calls.add("upload " + shown(file));
    onCall.run();
    try {
      onUpload.happen();
      byte[] bytes = Files.readAllBytes(content);
      traffic.requested("fake://shared/" + file);
      traffic.received(bytes.length);
      traffic.completed();
      files.put(file.toString(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files whose names have this extension. */
  List<String> names(String extension) {
    return files.keySet().stream().filter(name -> name.contains(":" + extension + ":")).toList();
  }

  /** The files that a reader left in its directory. */
  List<Path> leftBehind() throws IOException {
    try (var all = Files.list(downloads)) {
      return all.toList();
    }
  }

  private boolean copy(SharedFile file, Path target, TransferListener traffic) {
    traffic.requested("fake://shared/" + file);
    byte[] bytes = files.get(file.toString());
    if (bytes == null) {
      return false;
    }
    try {
      Files.write(target, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    traffic.received(bytes.length);
    traffic.completed();
    return true;
  }

  private static String shown(SharedFile file) {
    return file.extension() + " " + file.artifactId() + " " + file.classifier();
  }
}
