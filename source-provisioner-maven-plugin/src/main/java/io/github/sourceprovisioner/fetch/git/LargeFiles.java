package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.lfs.LfsClient;
import io.github.sourceprovisioner.fetch.git.lfs.LfsEndpoint;
import io.github.sourceprovisioner.fetch.git.lfs.LfsObjects;
import io.github.sourceprovisioner.fetch.git.lfs.LfsPointer;
import io.github.sourceprovisioner.fetch.git.lfs.LfsTree;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Puts the content of large files (Git LFS) in place of their pointers, or refuses them. */
record LargeFiles(GitSession session, boolean wanted) {

  /**
   * The tree without pointers. Closes the tree if it fails.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if there are pointers and
   *     large files are not wanted, or one cannot be had
   */
  SourceTree in(GitTree tree) throws IOException, InterruptedException {
    try {
      if (!wanted) {
        tree.refusePointers();
      }
      return tree.pointers().isEmpty()
          ? tree
          : LfsTree.over(tree, client().bring(endpoint(), parsed(tree)));
    } catch (IOException | InterruptedException | RuntimeException e) {
      tree.close();
      throw e;
    }
  }

  private LfsEndpoint endpoint() {
    return LfsEndpoint.of(session.url().text());
  }

  private LfsClient client() {
    LfsObjects objects = new LfsObjects(session.context().store());
    return new LfsClient(session.web(), objects, session.context(), session.clock());
  }

  private static Map<String, LfsPointer> parsed(GitTree tree) {
    Map<String, LfsPointer> pointers = new TreeMap<>();
    tree.pointers().forEach((path, head) -> pointers.put(path, LfsPointer.parse(path, head)));
    return pointers;
  }
}
