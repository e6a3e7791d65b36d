package io.github.sourceprovisioner.fetch.oci.docker;

import io.github.sourceprovisioner.web.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file with logins.
 *
 * @param shown how users would write its path
 */
record LoginFile(Path path, String shown) {

  /** A thousand logins take a tenth of it. */
  private static final int LIMIT = 1 << 20;

  /**
   * Where Docker and Podman keep logins; the first that knows a registry counts.
   *
   * @param home the user's
   */
  static List<LoginFile> usual(Map<String, String> environment, Path home) {
    List<LoginFile> files = new ArrayList<>();
    file(environment, "DOCKER_CONFIG", "config.json")
        .ifPresentOrElse(
            files::add,
            () ->
                files.add(
                    new LoginFile(home.resolve(".docker/config.json"), "~/.docker/config.json")));
    file(environment, "REGISTRY_AUTH_FILE", "").ifPresent(files::add);
    file(environment, "XDG_RUNTIME_DIR", "containers/auth.json").ifPresent(files::add);
    Path podman = home.resolve(".config/containers/auth.json");
    files.add(new LoginFile(podman, "~/.config/containers/auth.json"));
    return files;
  }

  /**
   * What is in it; nothing if there is no such file.
   *
   * @throws IllegalArgumentException if it is malformed, or cannot be read
   */
  JsonObject read() {
    if (!Files.isRegularFile(path)) {
      return JsonObject.EMPTY;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] text = in.readNBytes(LIMIT + 1);
      if (text.length > LIMIT) {
        throw new IllegalArgumentException("too long for a file with logins");
      }
      return JsonObject.parse(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("a file that cannot be read", e);
    }
  }

  private static Optional<LoginFile> file(
      Map<String, String> environment, String variable, String name) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      return Optional.empty();
    }
    try {
      Path path = name.isEmpty() ? Path.of(value) : Path.of(value, name);
      return Optional.of(new LoginFile(path, path.toString()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
