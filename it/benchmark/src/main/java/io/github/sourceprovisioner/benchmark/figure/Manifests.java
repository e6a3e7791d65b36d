package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.util.List;

/** Stack manifests of components that come from one repository. Pure. */
final class Manifests {

  private Manifests() {}

  /** One component a version. */
  static String of(String url, List<Upstream.Version> versions) {
    StringBuilder yaml = new StringBuilder("components:\n  terraform:\n");
    for (int i = 0; i < versions.size(); i++) {
      Upstream.Version version = versions.get(i);
      yaml.append("    c%d:%n      source:%n".formatted(i));
      yaml.append("        uri: git::%s//%s%n".formatted(url, version.directory()));
      yaml.append("        version: %s%n".formatted(version.tag()));
    }
    return yaml.toString();
  }
}
