package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.nio.file.Path;

/** Another process, with a umask of its own, that provisions into the directory it is given. */
final class UmaskProbe {

  private UmaskProbe() {}

  public static void main(String[] args) throws IOException {
    MemoryTree tree = MemoryTree.of("d/a.tf", "1").with(TreeEntry.Type.EXECUTABLE, "x.sh", "1");
    new Bench(Path.of(args[0])).provision("r1", tree);
  }
}
