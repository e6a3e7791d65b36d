package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a staged workdir in the place of an old one. No file system exchanges two directories at
 * once in Java, so a journal tells, at every moment, which of the two will stand in the end:
 *
 * <ol>
 *   <li>the old one goes into the staging directory, the new one takes its place;
 *   <li>what the plugin did not write moves from the old one over into the new one;
 *   <li>the new state replaces the old one: until here everything can go back;
 *   <li>the old one is deleted or kept aside, and the journal ends.
 * </ol>
 */
final class Swap {

  private final Site site;
  private final Journals journals;
  private final Asides asides;

  Swap(Site site, Journals journals, Asides asides) {
    this.site = site;
    this.journals = journals;
    this.asides = asides;
  }

  /** The directories of one swap. */
  private record Places(Path workdir, Path staging, Path fresh, Path old) {

    boolean freshIsIn() {
      return !exists(fresh) && exists(workdir);
    }
  }

  /** Where the new workdir of a staging directory grows. */
  static Path fresh(Path staging) {
    return staging.resolve("new");
  }

  /** Where the old workdir waits. */
  static Path old(Path staging) {
    return staging.resolve("old");
  }

  /** Swaps; if that fails the old workdir is back in its place. */
  void run(Journal journal) throws IOException {
    Places places = places(journal);
    try {
      Modes.parents(places.workdir());
      if (exists(places.workdir())) {
        Files.move(places.workdir(), places.old());
        site.steps().reached(Step.OLD_ASIDE);
      }
      Files.move(places.fresh(), places.workdir());
      site.steps().reached(Step.NEW_IN);
      complete(journal, places);
    } catch (IOException | RuntimeException | VirtualMachineError | LinkageError e) {
      takeBack(e, journal, places);
      throw e;
    }
    try {
      clear(journal, places);
    } catch (IOException e) {
      site.console().warn("The old workdir could not be deleted (" + e + "); the next run tries");
    }
  }

  /** Finishes a swap that was interrupted, or takes it back. */
  void recover(Journal journal) throws IOException {
    Places places = places(journal);
    boolean done = journals.after(journal).isEmpty();
    if (!done && places.freshIsIn()) {
      try {
        complete(journal, places);
        done = true;
      } catch (IOException | RuntimeException | VirtualMachineError | LinkageError e) {
        takeBack(e, journal, places);
        throw e;
      }
    }
    if (done) {
      clear(journal, places);
    } else {
      back(journal, places);
    }
  }

  private void complete(Journal journal, Places places) throws IOException {
    Set<String> owned = UserFiles.paths(journals.before(journal));
    Set<String> fresh = UserFiles.paths(after(journal));
    move(UserFiles.find(places.old(), owned, fresh).movable(), places.old(), places.workdir());
    journals.commit(journal);
    site.steps().reached(Step.STATE_WRITTEN);
  }

  /** Moves relative paths; never onto something that is there. */
  private void move(List<Path> paths, Path from, Path to) throws IOException {
    for (Path path : paths) {
      Modes.parents(to.resolve(path));
      Files.move(from.resolve(path), to.resolve(path));
      site.steps().reached(Step.USER_FILE_MOVED);
    }
  }

  /**
   * Goes back, unless the new state counts already. The reason hears what goes wrong on the way;
   * the journal tries again then.
   */
  private void takeBack(Throwable reason, Journal journal, Places places) {
    try {
      if (journals.after(journal).isPresent()) {
        back(journal, places);
      }
    } catch (IOException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private void back(Journal journal, Places places) throws IOException {
    List<OwnedFile> after = after(journal);
    if (places.freshIsIn()) {
      Set<String> owned = UserFiles.paths(journals.before(journal));
      List<Path> users =
          UserFiles.find(places.workdir(), UserFiles.paths(after), owned).movable().stream()
              .filter(path -> !exists(places.old().resolve(path)))
              .toList();
      if (exists(places.old())) {
        move(users, places.workdir(), places.old());
      }
      Files.move(places.workdir(), places.fresh());
    }
    if (exists(places.old()) && exists(places.workdir())) {
      asides.keep(name(journal), places.old());
    } else if (exists(places.old())) {
      Files.move(places.old(), places.workdir());
    }
    dispose(journal, places.fresh(), after);
    end(journal, places);
  }

  private void clear(Journal journal, Places places) throws IOException {
    List<OwnedFile> doomed = journal.keep() ? List.of() : journals.before(journal);
    dispose(journal, places.old(), doomed);
    site.steps().reached(Step.OLD_GONE);
    end(journal, places);
  }

  /** Deletes unchanged files of a directory; whatever else turns out to be there is kept aside. */
  private void dispose(Journal journal, Path directory, List<OwnedFile> doomed) throws IOException {
    Removal.remove(directory, doomed);
    Discard.emptyDirectories(directory);
    if (exists(directory)) {
      asides.keep(name(journal), directory);
    }
  }

  private void end(Journal journal, Places places) throws IOException {
    Discard.directoryIfEmpty(places.staging());
    journals.drop(site.layout().key(journal.id()));
  }

  private List<OwnedFile> after(Journal journal) throws IOException {
    Optional<WorkdirState> after = journals.after(journal);
    return after.map(WorkdirState::files).orElse(List.of());
  }

  private Places places(Journal journal) {
    Path staging = site.layout().stagings().resolve(journal.staging());
    return new Places(site.layout().workdir(journal.id()), staging, fresh(staging), old(staging));
  }

  private static String name(Journal journal) {
    return journal.id().type() + "-" + journal.id().stack() + "-" + journal.id().name();
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
