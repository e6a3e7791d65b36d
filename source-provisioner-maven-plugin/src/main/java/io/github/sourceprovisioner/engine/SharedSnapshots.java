package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.archive.TreeGuard;
import io.github.sourceprovisioner.cache.SharedEntry;
import io.github.sourceprovisioner.cache.SharedPromise;
import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.spi.SharedFile;
import io.github.sourceprovisioner.spi.SharedRepository;
import io.github.sourceprovisioner.spi.SourceTree;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Takes into the cache what the team shares. Nothing of it is believed that is not proven, and what
 * it does wrong is a warning: the hosts that the snapshots come from still have them.
 */
final class SharedSnapshots {

  private final Rooms rooms;
  private final Set<SharedFile> lacking = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean givenUp = new AtomicBoolean();

  SharedSnapshots(Rooms rooms) {
    this.rooms = rooms;
  }

  /** A stop whose marker was found. */
  private record Found(Round.Stop stop, SharedEntry entry, SharedPromise promise) {}

  /**
   * Brings what the cache lacks of several stops, as far as the team has it. What it lacks is asked
   * for once a run, and a repository that fails is asked no more. The first stop pays.
   *
   * @param stops to one place, under its lock; not empty
   */
  void bring(List<Round.Stop> stops) throws IOException, InterruptedException {
    Optional<SharedRepository> shared = rooms.ports().shared();
    List<Round.Stop> wanted =
        shared.isEmpty() || givenUp.get()
            ? List.of()
            : stops.stream().filter(this::isWanted).toList();
    if (wanted.isEmpty()) {
      return;
    }
    FetchSession payer = wanted.get(0).session();
    try {
      TimeLimit.within(payer.timeout(), () -> look(shared.get(), wanted, payer.silently()));
    } catch (TransferFailed | AccessDenied e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      if (givenUp.compareAndSet(false, true)) {
        warn(e);
      }
    }
  }

  private boolean isWanted(Round.Stop stop) {
    return Shareable.refusal(stop.errand(), stop.revision()).isEmpty()
        && !lacking.contains(entry(stop).marker())
        && rooms.cache().find(stop.errand().location(), stop.revision()).isEmpty();
  }

  private static SharedEntry entry(Round.Stop stop) {
    return SharedEntry.of(stop.errand().location(), stop.revision());
  }

  /** First all markers, then all that belongs to them: two rounds however many there are. */
  private boolean look(SharedRepository shared, List<Round.Stop> stops, TransferListener traffic)
      throws IOException {
    Map<SharedFile, Path> given = new HashMap<>();
    try {
      List<SharedFile> markers = stops.stream().map(stop -> entry(stop).marker()).toList();
      lacking.addAll(markers);
      given.putAll(shared.find(markers, traffic));
      List<Found> found = found(stops, given);
      given.putAll(shared.find(contents(found), traffic));
      for (Found one : found) {
        take(one, given);
      }
      return true;
    } finally {
      for (Path file : given.values()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<SharedFile> contents(List<Found> found) {
    return found.stream()
        .flatMap(one -> Stream.of(one.entry().lines(), one.entry().zip()))
        .toList();
  }

  private List<Found> found(List<Round.Stop> stops, Map<SharedFile, Path> given) {
    List<Found> found = new ArrayList<>();
    for (Round.Stop stop : stops) {
      SharedEntry entry = entry(stop);
      Path marker = given.get(entry.marker());
      if (marker != null) {
        try {
          found.add(new Found(stop, entry, entry.promise(marker)));
        } catch (IntegrityMismatch e) {
          warn(e);
        }
      }
    }
    return found;
  }

  /** Writing the tree anew is what proves it: the zip itself is never taken over. */
  private void take(Found one, Map<SharedFile, Path> given) throws IOException {
    Path lines = given.get(one.entry().lines());
    Path zip = given.get(one.entry().zip());
    if (lines == null || zip == null) {
      SharedFile missing = zip == null ? one.entry().zip() : one.entry().lines();
      rooms.ports().console().warn(sentence(missing + " is missing beside its marker"));
      return;
    }
    try (SourceTree tree = one.entry().open(one.promise(), lines, zip)) {
      TreeGuard.check(tree);
      rooms.cache().commit(one.stop().errand().location(), one.stop().revision(), tree);
      lacking.remove(one.entry().marker());
    } catch (IntegrityMismatch e) {
      warn(e);
    }
  }

  private void warn(ProvisioningException reason) {
    rooms.ports().console().warn(sentence(reason.problem().message()));
    reason.advice().forEach(advice -> rooms.ports().console().debug("Try: " + advice));
  }

  private String sentence(String what) {
    String name = rooms.ports().shared().map(SharedRepository::name).orElse("");
    return "the shared repository %s: %s; going on without it".formatted(name, what);
  }
}
