package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.util.List;

/** Stack manifests of components that are described by nothing but their sources. Pure. */
final class Manifests {

  private Manifests() {}

  /** One component a version, all from one repository. */
  static String of(String url, List<Upstream.Version> versions) {
    StringBuilder yaml = new StringBuilder("components:\n  terraform:\n");
    for (int i = 0; i < versions.size(); i++) {
      Upstream.Version version = versions.get(i);
      yaml.append(component(i, "git::%s//%s".formatted(url, version.directory())));
      yaml.append("        version: %s%n".formatted(version.tag()));
    }
    return yaml.toString();
  }

  /** One component a URI. */
  static String of(List<String> uris) {
    StringBuilder yaml = new StringBuilder("components:\n  terraform:\n");
    for (int i = 0; i < uris.size(); i++) {
      yaml.append(component(i, uris.get(i)));
    }
    return yaml.toString();
  }

  private static String component(int number, String uri) {
    return "    c%d:%n      source:%n        uri: %s%n".formatted(number, uri);
  }
}
