package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.config.UserConfiguration;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The git configuration of whoever runs this program, read once, when it is asked for. */
final class ThisUser implements Supplier<UserConfiguration> {

  private @Nullable UserConfiguration configuration;

  @Override
  public synchronized UserConfiguration get() {
    if (configuration == null) {
      Path home = Path.of(System.getProperty("user.home", "")).toAbsolutePath();
      configuration = UserConfiguration.read(System.getenv(), home);
    }
    return configuration;
  }
}
