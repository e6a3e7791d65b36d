package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.failure.WorkdirModified;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finishes or takes back what an earlier run began and did not end. */
final class Recovery {

  private final Site site;
  private final Journals journals;
  private final Swap swap;
  private final Erasure erasure;
  private final Asides asides;

  Recovery(Site site, Journals journals, Swap swap, Erasure erasure) {
    this.site = site;
    this.journals = journals;
    this.swap = swap;
    this.erasure = erasure;
    this.asides = new Asides(site);
  }

  /** Takes the lock of a stripe; empty if somebody else has it. */
  interface Claim {
    Optional<WorkdirLocks.Hold> tryTake(String stripe) throws IOException;
  }

  /**
   * Looks after every component that nobody works on now; what fails is tried again next time.
   * Where locks do not exclude anybody, nothing is touched here: another run may be in the middle
   * of it. There, the next run of the component itself recovers it.
   */
  void all(Claim locks) throws IOException {
    for (String key : journals.keys()) {
      try (WorkdirLocks.Hold hold = locks.tryTake(Layout.stripe(key)).orElse(null)) {
        if (hold != null && hold.exclusive()) {
          one(key);
        }
      } catch (IOException | WorkdirModified e) {
        site.console().warn("An interrupted change of a workdir could not be finished: " + e);
      }
    }
    for (Path staging : stagings()) {
      String stripe = Layout.stripe(staging.getFileName().toString());
      try (WorkdirLocks.Hold hold = locks.tryTake(stripe).orElse(null)) {
        if (hold != null && hold.exclusive()) {
          sweep(staging);
        }
      }
    }
  }

  /** Looks after one component, whose lock the caller holds. */
  void one(String key) throws IOException {
    Optional<Journal> journal = journals.read(key);
    if (journal.isEmpty()) {
      journals.drop(key);
      return;
    }
    Guard.checkPath(site.layout().workdirRoot(), site.layout().workdir(journal.get().id()));
    if (journal.get().task() == Journal.Task.DELETE) {
      erasure.finish(journal.get());
    } else {
      swap.recover(journal.get());
    }
  }

  /** A staging directory that no journal speaks of: a copy that did not become complete. */
  private void sweep(Path staging) throws IOException {
    for (String key : journals.keys()) {
      Optional<Journal> journal = journals.read(key);
      if (journal.isPresent() && staging.endsWith(journal.get().staging())) {
        return;
      }
    }
    if (Files.exists(Swap.old(staging), LinkOption.NOFOLLOW_LINKS)) {
      asides.keep("unknown", Swap.old(staging));
    }
    Discard.tree(staging);
  }

  private List<Path> stagings() throws IOException {
    List<Path> found = new ArrayList<>();
    Path all = site.layout().stagings();
    if (Files.isDirectory(all, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(all)) {
        for (Path child : children) {
          if (Journal.isStaging(child.getFileName().toString())) {
            found.add(child);
          }
        }
      }
    }
    return found;
  }
}
