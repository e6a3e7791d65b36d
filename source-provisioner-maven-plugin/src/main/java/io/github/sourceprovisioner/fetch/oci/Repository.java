package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.auth.Hosts;
import java.net.URI;

/**
 * A repository of a registry.
 *
 * @param registry host and port, as users write them
 * @param name its path
 */
record Repository(String registry, String name) {

  private static final String START = "oci://";

  /** Whose API has another host than its name. */
  private static final String DOCKER_HUB = "docker.io";

  private static final String DOCKER_HUB_API = "registry-1.docker.io";

  /** The repository of a location's URL, {@code oci://host:port/path}. */
  static Repository of(String url) {
    String rest = url.substring(START.length());
    int slash = rest.indexOf('/');
    return new Repository(rest.substring(0, slash), rest.substring(slash + 1));
  }

  /** Whether the registry runs on this machine. */
  boolean isHere() {
    return Hosts.isLoopback(registry.replaceFirst(":[0-9]+$", ""));
  }

  /**
   * What the distribution API is asked.
   *
   * @param scheme {@code https} or {@code http}
   * @param path below the repository
   */
  URI uri(String scheme, String path) {
    String host = registry.equals(DOCKER_HUB) ? DOCKER_HUB_API : registry;
    return URI.create(scheme + "://" + host + "/v2/" + name + "/" + path);
  }

  /** The URL under which credentials are configured that know no {@code oci} URLs. */
  String page() {
    return "https://" + registry + "/" + name;
  }
}
