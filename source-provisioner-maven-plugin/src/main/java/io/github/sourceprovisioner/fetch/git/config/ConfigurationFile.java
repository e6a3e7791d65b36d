package io.github.sourceprovisioner.fetch.git.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** One file of the user's git configuration (git-config, FILES). */
record ConfigurationFile(Path path) {

  private static final int LIMIT = 1 << 20;

  /** The files in the order in which they are read. */
  static List<ConfigurationFile> of(Map<String, String> environment, Path home) {
    String named = environment.get("GIT_CONFIG_GLOBAL");
    if (named != null) {
      return path(named).map(ConfigurationFile::new).stream().toList();
    }
    Path shared =
        path(environment.getOrDefault("XDG_CONFIG_HOME", ""))
            .filter(Path::isAbsolute)
            .orElse(home.resolve(".config"));
    return Stream.of(shared.resolve("git/config"), home.resolve(".gitconfig"))
        .map(ConfigurationFile::new)
        .toList();
  }

  /** The configuration with this file on top of what is known already. */
  Config on(Config base, List<String> notes) {
    if (!Files.isRegularFile(path)) {
      return base;
    }
    Config config = new Config(base);
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        return ignored("it is longer than 1 MiB", base, notes);
      }
      config.fromText(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      return config;
    } catch (CharacterCodingException e) {
      return ignored("it is not in UTF-8", base, notes);
    } catch (IOException e) {
      return ignored("it cannot be read", base, notes);
    } catch (ConfigInvalidException e) {
      return ignored("it cannot be understood", base, notes);
    }
  }

  private Config ignored(String why, Config base, List<String> notes) {
    notes.add("the git configuration " + path + " is ignored: " + why);
    return base;
  }

  private static Optional<Path> path(String value) {
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
