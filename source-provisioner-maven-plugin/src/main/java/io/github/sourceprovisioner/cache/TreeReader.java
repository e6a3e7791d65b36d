package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Opens a zip and the lines that belong to it: the lines against the tree hash, the zip against the
 * lines.
 *
 * @param lines the file of the lines
 * @param mismatch makes the failure from what is wrong
 */
record TreeReader(
    Path zip, Path lines, String treeHash, Function<String, IntegrityMismatch> mismatch) {

  /**
   * The tree, of which every stream checks itself.
   *
   * @throws IntegrityMismatch if something is not what the tree hash promises
   */
  SourceTree open() {
    Map<String, TreeLines.Line> promised = promised();
    try {
      ZipFile opened = ZipTree.zip(zip);
      try {
        return new ZipTree(opened, promised, mismatch);
      } catch (RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (IntegrityMismatch e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      IntegrityMismatch failure = mismatch.apply("no readable zip");
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private Map<String, TreeLines.Line> promised() {
    return TreeLines.read(lines, treeHash)
        .orElseThrow(() -> mismatch.apply("another list of files than promised"));
  }
}
