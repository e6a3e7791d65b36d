package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** How a repository names its objects: by SHA-1, or in a way that nothing here reads. */
final class ObjectFormat {

  /** The configuration of a repository takes a thousandth of it. */
  private static final int MOST_BYTES = 1 << 20;

  private ObjectFormat() {}

  /**
   * Refuses another format than SHA-1.
   *
   * @param format as a host calls it, or a configuration
   */
  static void check(String format) {
    if (!format.toLowerCase(Locale.ROOT).equals("sha1")) {
      throw new UnknownSource(
          Problem.of("the repository names its objects by SHA-256, which is not supported")
              .advise("use a repository with SHA-1 ids, which is what git makes by default")
              .advise("publish the content as an archive, and use that as the source"));
    }
  }

  /** Does so for a repository on this machine (git-config, extensions.objectFormat). */
  static void check(Path repository) throws IOException {
    Path file = repository.resolve("config");
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      Config config = new Config();
      config.fromText(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      Optional.ofNullable(config.getString("extensions", null, "objectFormat"))
          .ifPresent(ObjectFormat::check);
    } catch (ConfigInvalidException e) {
      throw new IOException("the configuration of the repository cannot be read", e);
    }
  }
}
