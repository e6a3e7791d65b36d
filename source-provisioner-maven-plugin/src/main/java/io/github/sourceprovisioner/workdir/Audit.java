package io.github.sourceprovisioner.workdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a workdir differs from what was written into it. Paths are relative to the workdir and
 * sorted.
 *
 * @param edited provisioned files with other content, or of another kind
 * @param missing provisioned files that are gone
 * @param extra what somebody else put there; a directory that holds nothing of ours ends in a slash
 */
public record Audit(List<String> edited, List<String> missing, List<String> extra) {

  public Audit {
    edited = List.copyOf(edited);
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  /**
   * Reads every provisioned file of a workdir; its time stamp is not believed.
   *
   * @throws io.github.sourceprovisioner.failure.AccessDenied if the disk refuses
   */
  public static Audit of(Workdirs workdirs, WorkdirState state) {
    return Disk.work(
        workdirs.pathOf(state.id()), () -> read(workdirs.pathOf(state.id()), state.files()));
  }

  /** Whether every provisioned file of a component is as it was written. */
  public boolean isClean() {
    return edited.isEmpty() && missing.isEmpty();
  }

  private static Audit read(Path workdir, List<OwnedFile> owned) throws IOException {
    Edits edits = new Edits(workdir);
    List<String> edited = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (OwnedFile file : owned) {
      if (!edits.holds(file)) {
        boolean gone =
            Files.notExists(Inside.resolve(workdir, file.path()), LinkOption.NOFOLLOW_LINKS);
        (gone ? missing : edited).add(file.path());
      }
    }
    edited.sort(null);
    missing.sort(null);
    List<String> extra = UserFiles.find(workdir, UserFiles.paths(owned), Set.of()).names(workdir);
    return new Audit(edited, missing, extra);
  }
}
