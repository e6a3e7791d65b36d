package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import java.nio.file.Path;

/**
 * A snapshot that is written but not published.
 *
 * @param zip in the staging directory
 * @param lines the lines whose SHA-256 is the tree hash
 * @param size of the zip in bytes
 * @param sha256 of the zip in hex
 */
record StagedSnapshot(Path zip, String lines, long size, String sha256) {

  String treeHash() {
    return TreeDigest.of(lines);
  }
}
