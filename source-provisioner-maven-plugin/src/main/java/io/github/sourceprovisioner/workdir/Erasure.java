package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Deletes a workdir as far as it is ours. */
final class Erasure {

  private static final String NO_STAGING = "00-00000000-0000-0000-0000-000000000000";

  private final Site site;
  private final Ledger ledger;
  private final Journals journals;

  Erasure(Site site, Ledger ledger, Journals journals) {
    this.site = site;
    this.ledger = ledger;
    this.journals = journals;
  }

  /** What a deletion would do now; writes nothing. */
  Deletion plan(ComponentId id) throws IOException {
    Path workdir = site.layout().workdir(id);
    Guard.checkPath(site.layout().workdirRoot(), workdir);
    Optional<WorkdirState> state = ledger.read(id);
    if (state.isEmpty() && Guard.isOccupied(workdir)) {
      throw Guard.foreign(workdir);
    }
    List<OwnedFile> owned = state.map(WorkdirState::files).orElse(List.of());
    List<OwnedFile> doomed = Removal.removable(workdir, owned);
    Set<String> kept =
        new TreeSet<>(UserFiles.find(workdir, UserFiles.paths(owned), Set.of()).names(workdir));
    for (String edited : new Edits(workdir).find(owned)) {
      if (Files.exists(workdir.resolve(edited), LinkOption.NOFOLLOW_LINKS)) {
        kept.add(edited);
      }
    }
    return new Deletion(workdir, doomed.size(), List.copyOf(kept));
  }

  /** Deletes; the caller holds the lock of the component. */
  Deletion run(ComponentId id) throws IOException {
    Deletion plan = plan(id);
    Optional<WorkdirState> state = ledger.read(id);
    if (state.isEmpty()) {
      return plan;
    }
    Journal journal = new Journal(id, Journal.Task.DELETE, NO_STAGING, false);
    journals.begin(journal, state, state.get().withoutFiles());
    site.steps().reached(Step.JOURNALED);
    return new Deletion(plan.workdir(), finish(journal), plan.kept());
  }

  /** Deletes what a journal says, or what is still left of it. */
  int finish(Journal journal) throws IOException {
    Path workdir = site.layout().workdir(journal.id());
    int deleted = Removal.remove(workdir, journals.before(journal));
    site.steps().reached(Step.FILES_DELETED);
    if (Files.exists(workdir, LinkOption.NOFOLLOW_LINKS)) {
      if (journals.after(journal).isPresent()) {
        journals.commit(journal);
      }
    } else {
      Discard.emptyParents(workdir, site.layout().workdirRoot());
      ledger.delete(journal.id());
    }
    site.steps().reached(Step.STATE_WRITTEN);
    journals.drop(site.layout().key(journal.id()));
    return deleted;
  }
}
