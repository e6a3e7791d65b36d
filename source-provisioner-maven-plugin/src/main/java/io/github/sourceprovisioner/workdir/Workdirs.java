package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Status;
import io.github.sourceprovisioner.spi.Console;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The workdirs of a project. A workdir is always the complete old or the complete new copy of its
 * source; files that the plugin did not write, and written ones that were edited, are never deleted
 * or overwritten.
 *
 * <p>Methods may be called from several threads, and by several processes at a time. Except where
 * {@link IOException} is declared, a disk that refuses is an {@link AccessDenied}.
 */
public final class Workdirs {

  private final Site site;
  private final Ledger ledger;
  private final Journals journals;
  private final WorkdirLocks locks;
  private final Renewal renewal;
  private final Erasure erasure;
  private final Recovery recovery;

  /**
   * The workdirs below a root.
   *
   * @param workdirRoot above all workdirs, such as {@code target/workdir}
   * @param stateRoot where everything that is known about them is kept; neither of the two is
   *     inside the other
   */
  public Workdirs(Path workdirRoot, Path stateRoot, Clock clock, Console console) {
    this(new Site(new Layout(workdirRoot, stateRoot), clock, console, step -> {}));
  }

  Workdirs(Site site) {
    this.site = site;
    this.ledger = new Ledger(site.layout());
    this.journals = new Journals(site.layout());
    this.locks = new WorkdirLocks(site.layout().locks(), site.console());
    Swap swap = new Swap(site, journals, new Asides(site));
    this.renewal = new Renewal(site, ledger, journals, swap);
    this.erasure = new Erasure(site, ledger, journals);
    this.recovery = new Recovery(site, journals, swap, erasure);
  }

  /**
   * Refuses roots at which a mistake would cost dearly: the home directory or one above it, a
   * project, a git repository, directories that overlap.
   *
   * @throws io.github.sourceprovisioner.failure.InvalidStack if a root is refused
   */
  public static void checkRoots(Path workdirRoot, Path stateRoot) {
    Guard.checkRoots(workdirRoot, stateRoot);
  }

  /** Where the workdir of a component is, whether it exists or not; absolute. Pure. */
  public Path pathOf(ComponentId id) {
    return site.layout().workdir(id);
  }

  /** What was provisioned; empty if nothing is, or what is known of it is damaged or foreign. */
  public Optional<WorkdirState> state(ComponentId id) {
    return Disk.work(pathOf(id), () -> ledger.read(id).filter(state -> !state.files().isEmpty()));
  }

  /**
   * The provisioned files that are not as they were written, also deleted ones: sorted paths
   * relative to the workdir. Empty if nothing was provisioned or the whole workdir is gone.
   */
  public List<String> edited(ComponentId id) {
    List<OwnedFile> owned = state(id).map(WorkdirState::files).orElse(List.of());
    Path workdir = pathOf(id);
    return isDirectory(workdir)
        ? Disk.work(workdir, () -> new Edits(workdir).find(owned))
        : List.of();
  }

  /**
   * How a workdir stands: {@code MISSING}, {@code MODIFIED} (also if something else is in its
   * place), {@code OUTDATED} or {@code CURRENT}; modified wins over outdated.
   *
   * @param wanted what it should hold; if that is not known and the workdir is neither missing nor
   *     modified, the answer is empty
   */
  public Optional<Status> inspect(ComponentId id, Optional<Fingerprint> wanted) {
    Path workdir = pathOf(id);
    Optional<WorkdirState> known = Disk.work(workdir, () -> ledger.read(id));
    if (known.isEmpty() && Files.notExists(workdir, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Status.MISSING);
    }
    if (Disk.work(
        workdir, () -> Guard.isOccupied(workdir) && (known.isEmpty() || !isDirectory(workdir)))) {
      return Optional.of(Status.MODIFIED);
    }
    Optional<Fingerprint> held =
        state(id).filter(s -> isDirectory(workdir)).map(WorkdirState::fingerprint);
    if (held.isEmpty()) {
      return Optional.of(Status.MISSING);
    }
    return edited(id).isEmpty()
        ? wanted.map(w -> w.equals(held.get()) ? Status.CURRENT : Status.OUTDATED)
        : Optional.of(Status.MODIFIED);
  }

  /**
   * Makes a workdir hold the chosen files of a tree. A workdir with an equal fingerprint is not
   * touched, whatever was edited in it, unless forced. Files of the user move over into the new
   * workdir. If this fails, the workdir is as it was.
   *
   * @return {@link Action#CREATED}, {@link Action#UPDATED} or {@link Action#UNCHANGED}
   * @throws io.github.sourceprovisioner.failure.WorkdirModified if something of the user would be
   *     lost, or the directory is not ours
   * @throws io.github.sourceprovisioner.failure.InvalidStack if the filters choose nothing
   */
  public Action materialise(
      ComponentId id, Fingerprint wanted, SourceTree tree, Replacement replacement)
      throws IOException {
    if (isCurrent(id, wanted, replacement)) {
      return Action.UNCHANGED;
    }
    String key = site.layout().key(id);
    try (WorkdirLocks.Hold hold = locks.take(Layout.stripe(key))) {
      site.console().debug("Locked " + id + ", across processes: " + hold.exclusive());
      recovery.one(key);
      return isCurrent(id, wanted, replacement)
          ? Action.UNCHANGED
          : renewal.run(new Renewal.Order(id, wanted, tree, replacement.force()));
    }
  }

  private boolean isCurrent(ComponentId id, Fingerprint wanted, Replacement replacement) {
    return !replacement.force()
        && !journals.mayHave(id)
        && isDirectory(pathOf(id))
        && state(id).filter(state -> state.fingerprint().equals(wanted)).isPresent();
  }

  /**
   * Deletes the files of a workdir that the plugin wrote and nobody edited; everything else stays
   * and is told.
   *
   * @param dryRun whether to tell only, and write nothing at all
   * @throws io.github.sourceprovisioner.failure.WorkdirModified if the directory is not ours
   */
  public Deletion delete(ComponentId id, boolean dryRun) {
    if (dryRun) {
      return Disk.work(pathOf(id), () -> erasure.plan(id));
    }
    String key = site.layout().key(id);
    return Disk.work(
        pathOf(id),
        () -> {
          try (WorkdirLocks.Hold hold = locks.take(Layout.stripe(key))) {
            site.console().debug("Locked " + id + ", across processes: " + hold.exclusive());
            recovery.one(key);
            return erasure.run(id);
          }
        });
  }

  /** Every component that has a state, by type, stack and name; nothing is read of others. */
  public List<ComponentId> known() {
    return Disk.work(site.layout().stateRoot(), ledger::all);
  }

  /**
   * Finishes or takes back every change that an earlier run began and did not end, without a
   * network. Costs next to nothing if there is none. What cannot be finished is a warning.
   */
  public void recover() {
    Disk.run(site.layout().workdirRoot(), () -> recovery.all(locks::tryTake));
  }

  private static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
