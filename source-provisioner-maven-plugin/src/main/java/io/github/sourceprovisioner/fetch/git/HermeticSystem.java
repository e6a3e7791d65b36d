package io.github.sourceprovisioner.fetch.git;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * A machine without git configuration: what the user, the system or the environment says about git
 * does not change what is fetched, no program is run to find out, and nothing is written to the
 * home directory.
 *
 * <p>JGit asks one reader per loaded copy of JGit. This plugin's copy is its own (a plugin realm
 * shares no JGit with others), so installing this one is seen by nobody else; installing it twice
 * changes nothing.
 */
final class HermeticSystem extends SystemReader.Delegate {

  /**
   * How exact JGit takes times of files to be. Stating a coarse value keeps JGit from measuring
   * with probe files in the directories that it reads; it then only reads more often.
   */
  private static final Duration TIMESTAMP_RESOLUTION = Duration.ofSeconds(2);

  private HermeticSystem(SystemReader real) {
    super(real);
  }

  /** Makes JGit forget the machine; to be called before anything else of JGit. */
  static void install() {
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof HermeticSystem)) {
      SystemReader.setInstance(new HermeticSystem(current));
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  private static final class Nothing extends FileBasedConfig {

    Nothing(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      clear();
    }

    @Override
    public void save() {
      clear();
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(TIMESTAMP_RESOLUTION)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }
  }
}
