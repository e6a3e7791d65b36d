package io.github.sourceprovisioner.spi;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * The Maven repository in which a team shares its snapshots, for those who look for some. Called
 * from several threads.
 */
public interface SharedRepository {

  /** How messages name it: id and URL, without secrets. */
  String name();

  /**
   * Those of the files that the repository has, asked for side by side. What it lacked before is
   * not asked for again until Maven's update policy says so. A repository that failed once is asked
   * no more in this build, and seems to have nothing.
   *
   * @param traffic who hears of requests and bytes
   * @return copies of the files; the caller deletes them
   * @throws io.github.sourceprovisioner.failure.TransferFailed if it cannot be asked; it is not
   *     worth another attempt
   * @throws io.github.sourceprovisioner.failure.AccessDenied if it refuses
   */
  Map<SharedFile, Path> find(Collection<SharedFile> wanted, TransferListener traffic);
}
