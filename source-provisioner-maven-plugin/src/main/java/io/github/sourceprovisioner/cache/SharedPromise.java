package io.github.sourceprovisioner.cache;

/**
 * What a marker says of the content that belongs to it: two entries of one name with equal promises
 * are the same snapshot, whoever stored them when.
 *
 * @param treeHash the {@code t1} digest
 * @param size of the zip in bytes
 * @param sha256 of the zip in hex
 */
public record SharedPromise(String treeHash, long size, String sha256) {

  static SharedPromise of(Marker marker) {
    return new SharedPromise(marker.treeHash(), marker.size(), marker.sha256());
  }
}
