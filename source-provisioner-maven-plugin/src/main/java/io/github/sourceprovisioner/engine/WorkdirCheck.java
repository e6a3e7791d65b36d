package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.SnapshotProof.Verdict;
import io.github.sourceprovisioner.model.Snapshot;
import io.github.sourceprovisioner.model.Status;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import io.github.sourceprovisioner.workdir.Audit;
import io.github.sourceprovisioner.workdir.OwnedFile;
import io.github.sourceprovisioner.workdir.WorkdirState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares one workdir with the snapshot that is locked for it.
 *
 * @param cached how the snapshots of the cache stand that were read so far
 */
record WorkdirCheck(Rooms rooms, Map<Snapshot, Verdict> cached) {

  /** More names in one message help nobody. */
  private static final int NAMED = 10;

  /**
   * Looks at a workdir, if there is one.
   *
   * @param damaged whether the cached snapshot itself is not what is locked
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if anything is not as it is
   *     locked
   */
  void verify(Target target, Snapshot wanted, boolean damaged) {
    List<String> wrong = new ArrayList<>();
    if (damaged) {
      wrong.add("its snapshot in the cache is damaged, or another tree than the locked one");
    }
    Optional<WorkdirState> state = rooms.workdirs().state(target.id());
    Optional<Status> status = rooms.workdirs().inspect(target.id(), Optional.empty());
    if (state.isPresent() && status.filter(Status.MISSING::equals).isEmpty()) {
      wrong.addAll(workdir(target, wanted, state.get()));
    } else if (status.filter(Status.MODIFIED::equals).isPresent()) {
      wrong.add(rooms.workdirs().pathOf(target.id()) + " was not made by this plugin");
    }
    if (!wrong.isEmpty()) {
      throw Verification.drift(wrong);
    }
  }

  private List<String> workdir(Target target, Snapshot wanted, WorkdirState state) {
    List<String> wrong = new ArrayList<>();
    String revision = wanted.revision().id();
    if (!state.fingerprint().equals(target.fingerprint(revision, wanted.treeHash()))) {
      wrong.add(
          "its workdir holds %s, and not %s as locked and filtered now"
              .formatted(state.fingerprint().revision(), revision));
    }
    Audit audit = Audit.of(rooms.workdirs(), state);
    name(wrong, "edited", audit.edited());
    name(wrong, "missing", audit.missing());
    if (cached.get(wanted) == Verdict.SOUND) {
      name(wrong, "recorded with another digest than the locked tree has", foreign(wanted, state));
    }
    if (!audit.extra().isEmpty()) {
      rooms.ports().console().info("%s also has %s".formatted(target.id(), listed(audit.extra())));
    }
    return wrong;
  }

  /** What a workdir's own record says is believed only as far as the locked tree confirms it. */
  private List<String> foreign(Snapshot wanted, WorkdirState state) {
    try (SourceTree tree = rooms.cache().open(wanted)) {
      Map<String, String> digests = new HashMap<>();
      for (TreeEntry entry : tree.entries()) {
        digests.put(entry.path(), entry.type() + " " + tree.proven(entry).orElse(""));
      }
      return state.files().stream()
          .filter(file -> !(file.type() + " " + file.sha256()).equals(digests.get(file.path())))
          .map(OwnedFile::path)
          .toList();
    } catch (IOException e) {
      return List.of("the cached snapshot, which cannot be read: " + e);
    }
  }

  private static void name(List<String> wrong, String how, List<String> files) {
    if (!files.isEmpty()) {
      wrong.add(
          "%d file%s %s: %s"
              .formatted(files.size(), files.size() == 1 ? "" : "s", how, listed(files)));
    }
  }

  private static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? first + " and %d more".formatted(names.size() - NAMED) : first;
  }
}
