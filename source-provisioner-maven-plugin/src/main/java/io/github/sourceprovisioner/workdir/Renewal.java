package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.Action;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import io.github.sourceprovisioner.workdir.filter.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes a new copy of a tree and puts it in the place of the old one, if nothing gets lost. */
final class Renewal {

  private final Site site;
  private final Ledger ledger;
  private final Journals journals;
  private final Swap swap;

  Renewal(Site site, Ledger ledger, Journals journals, Swap swap) {
    this.site = site;
    this.ledger = ledger;
    this.journals = journals;
    this.swap = swap;
  }

  /**
   * What is asked for.
   *
   * @param id whose workdir
   * @param wanted what it shall hold
   * @param tree where the files are
   * @param force whether edits are moved aside instead of stopping the run
   */
  record Order(ComponentId id, Fingerprint wanted, SourceTree tree, boolean force) {}

  /** Carries out an order; the caller holds the lock of the component. */
  Action run(Order order) throws IOException {
    Path workdir = site.layout().workdir(order.id());
    Guard.checkPath(site.layout().workdirRoot(), workdir);
    Guard.checkPath(site.layout().workdirRoot(), site.layout().stagings());
    Optional<WorkdirState> before = ledger.read(order.id());
    if (before.isEmpty() && Guard.isOccupied(workdir)) {
      throw Guard.foreign(workdir);
    }
    List<TreeEntry> chosen = Selection.of(order.wanted().filters()).select(order.tree().entries());
    boolean keep = losses(order, before, chosen);
    boolean existed = before.stream().anyMatch(s -> !s.files().isEmpty()) && isDirectory(workdir);
    Journal journal = stage(order, before, chosen, keep);
    site.steps().reached(Step.JOURNALED);
    swap.run(journal);
    return existed ? Action.UPDATED : Action.CREATED;
  }

  /** Whether something would get lost that force allows to move aside; otherwise that stops. */
  private boolean losses(Order order, Optional<WorkdirState> before, List<TreeEntry> chosen)
      throws IOException {
    Path workdir = site.layout().workdir(order.id());
    if (!isDirectory(workdir)) {
      return false;
    }
    List<OwnedFile> owned = before.map(WorkdirState::files).orElse(List.of());
    List<String> edited = new Edits(workdir).find(owned);
    if (!edited.isEmpty() && !order.force()) {
      throw Guard.edited(workdir, edited);
    }
    Set<String> fresh = new HashSet<>();
    chosen.forEach(entry -> fresh.add(entry.path()));
    List<String> blocked = UserFiles.find(workdir, UserFiles.paths(owned), fresh).blocked();
    if (!blocked.isEmpty() && !order.force()) {
      throw Guard.blocked(workdir, blocked);
    }
    return !edited.isEmpty() || !blocked.isEmpty();
  }

  /** Copies beside the workdirs and writes the journal; a failure leaves nothing behind. */
  private Journal stage(
      Order order, Optional<WorkdirState> before, List<TreeEntry> chosen, boolean keep)
      throws IOException {
    String stripe = Layout.stripe(site.layout().key(order.id()));
    Journal journal =
        new Journal(order.id(), Journal.Task.REPLACE, stripe + "-" + UUID.randomUUID(), keep);
    Path staging = site.layout().stagings().resolve(journal.staging());
    try {
      List<OwnedFile> files = new Staging(Swap.fresh(staging)).fill(order.tree(), chosen);
      site.steps().reached(Step.STAGED);
      WorkdirState after =
          new WorkdirState(order.id(), order.wanted(), site.clock().instant(), files);
      journals.begin(journal, before, after);
      return journal;
    } catch (IOException | RuntimeException | VirtualMachineError | LinkageError e) {
      discard(staging, e);
      throw e;
    }
  }

  private static void discard(Path staging, Throwable reason) {
    try {
      Discard.tree(staging);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
