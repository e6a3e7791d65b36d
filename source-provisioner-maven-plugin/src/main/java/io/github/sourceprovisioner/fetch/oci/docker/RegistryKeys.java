package io.github.sourceprovisioner.fetch.oci.docker;

import io.github.sourceprovisioner.web.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The keys under which a file may know a registry, the most exact first: Podman knows paths, and
 * Docker writes hosts with and without {@code https://} and {@code /v1/}.
 */
record RegistryKeys(List<String> keys) {

  /** All names of the one registry that has several. */
  private static final List<String> DOCKER_HUB =
      List.of("docker.io", "index.docker.io", "registry-1.docker.io");

  /** The keys of a repository. */
  static RegistryKeys of(String registry, String repository) {
    String host = registry.toLowerCase(Locale.ROOT);
    List<String> hosts = DOCKER_HUB.contains(host) ? DOCKER_HUB : List.of(host);
    List<String> keys = new ArrayList<>();
    String path = "/" + repository;
    while (!path.isEmpty()) {
      for (String name : hosts) {
        keys.add(name + path);
      }
      path = path.substring(0, path.lastIndexOf('/'));
    }
    keys.addAll(hosts);
    return new RegistryKeys(List.copyOf(keys));
  }

  /** The names in an object that stand for the repository, the most exact first. */
  List<String> in(JsonObject object) {
    List<String> found = new ArrayList<>();
    for (String key : keys) {
      for (String written : object.names()) {
        if (plain(written).equals(key)) {
          found.add(written);
        }
      }
    }
    return found;
  }

  /**
   * The name under which a program knows the registry: what {@code docker login} has written for
   * it, else what it would write. Programs know no paths.
   */
  String server(JsonObject auths) {
    String host = keys.get(keys.size() - 1);
    return in(auths).stream()
        .filter(written -> !plain(written).contains("/"))
        .findFirst()
        .orElse(DOCKER_HUB.contains(host) ? "https://index.docker.io/v1/" : host);
  }

  /** The first of them. */
  Optional<String> first(JsonObject object) {
    return in(object).stream().findFirst();
  }

  private static String plain(String written) {
    return written
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://", "")
        .replaceFirst("/+$", "")
        .replaceFirst("/v[12]$", "");
  }
}
