package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs errands side by side: places in parallel, the errands of one place in one round. */
final class Dispatch {

  /** More would only crowd the hosts. */
  private static final int MOST_THREADS = 8;

  /** How long those who are told to stop may take to clean up. */
  private static final int GRACE_SECONDS = 10;

  private final Courier courier;

  Dispatch(Courier courier) {
    this.courier = courier;
  }

  /** One errand a distinct location, in the order in which targets first want it. */
  static List<Errand> errands(List<Target> targets, Fetchers fetchers) {
    Map<SourceLocation, List<Target>> wanted = new LinkedHashMap<>();
    for (Target target : targets) {
      wanted.computeIfAbsent(target.location(), l -> new ArrayList<>()).add(target);
    }
    List<Errand> errands = new ArrayList<>();
    wanted.forEach(
        (location, all) ->
            errands.add(
                new Errand(
                    location,
                    List.copyOf(all),
                    fetchers.of(location, all.get(0).spec().position()))));
    return errands;
  }

  /** What became of every errand. */
  Map<SourceLocation, Delivery> run(List<Errand> errands, Courier.Need need)
      throws InterruptedException {
    Collection<List<Errand>> places = byPlace(errands).values();
    Map<SourceLocation, Delivery> deliveries = new LinkedHashMap<>();
    if (places.isEmpty()) {
      return deliveries;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(MOST_THREADS, places.size()), Dispatch::thread);
    try {
      List<Future<Map<SourceLocation, Delivery>>> running = new ArrayList<>();
      for (List<Errand> place : places) {
        running.add(pool.submit(() -> Turn.take(() -> new Round(courier, need).run(place))));
      }
      for (Future<Map<SourceLocation, Delivery>> one : running) {
        deliveries.putAll(one.get());
      }
      return deliveries;
    } catch (ExecutionException e) {
      throw unexpected(e);
    } finally {
      end(pool);
    }
  }

  /** Stops what still runs, and waits until it has cleaned up after itself. */
  private static void end(ExecutorService pool) throws InterruptedException {
    pool.shutdownNow();
    pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
  }

  /** A fetcher that cannot be stopped must not keep a finished build alive. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "source-provisioner-fetch");
    thread.setDaemon(true);
    return thread;
  }

  private static Map<Coordinates, List<Errand>> byPlace(List<Errand> errands) {
    Map<Coordinates, List<Errand>> places = new LinkedHashMap<>();
    for (Errand errand : errands) {
      places.computeIfAbsent(errand.location().coordinates(), c -> new ArrayList<>()).add(errand);
    }
    return places;
  }

  private static RuntimeException unexpected(ExecutionException e) throws InterruptedException {
    if (e.getCause() instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (e.getCause() instanceof RuntimeException known) {
      return known;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e.getCause());
  }
}
