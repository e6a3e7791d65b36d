package io.github.sourceprovisioner.spi;

import java.nio.file.Path;

/**
 * The Maven repository in which a team shares its snapshots, for those who add some. Every method
 * throws a {@link io.github.sourceprovisioner.failure.TransferFailed} if the repository cannot be
 * reached, and an {@link io.github.sourceprovisioner.failure.AccessDenied} if it refuses; neither
 * is worth another attempt.
 */
public interface SharedDeployment {

  /** How messages name it: id and URL, without secrets. */
  String name();

  /**
   * Copies a file from where it would be published; nothing that was known before is believed.
   *
   * @param target overwritten
   * @param traffic who hears of requests and bytes
   * @return whether the repository has the file
   */
  boolean download(SharedFile file, Path target, TransferListener traffic);

  /**
   * Adds a file with its checksums, and nothing else.
   *
   * @param traffic who hears of requests and bytes
   */
  void upload(SharedFile file, Path content, TransferListener traffic);
}
