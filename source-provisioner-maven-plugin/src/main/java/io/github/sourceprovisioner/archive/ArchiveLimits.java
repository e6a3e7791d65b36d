package io.github.sourceprovisioner.archive;

/**
 * What unpacking may cost before anything is known about the tree (CVE-2023-0475, CVE-2025-32386).
 *
 * @param tree how large the tree may be
 * @param nameBytes all names and directories together, since they are kept in memory
 * @param memory what a decompressor may take for its dictionary, in bytes
 * @param freeBytes what any archive may unpack to, however small it is
 * @param ratio how many times its own length a larger one may unpack to; sources have less than 50
 */
record ArchiveLimits(Limits tree, long nameBytes, long memory, long freeBytes, int ratio) {

  /** They fit into a heap of 128 MB. */
  static final ArchiveLimits DEFAULT =
      new ArchiveLimits(Limits.DEFAULT, 24L << 20, 72L << 20, 64L << 20, 200);
}
