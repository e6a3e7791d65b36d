package io.github.sourceprovisioner.fetch.maven;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Artifact;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Repositories of a build: what versions mean, and files below a directory. */
final class ShelfOfArtifacts implements ArtifactRepositories {

  final List<String> asked = new ArrayList<>();
  private final Path root;
  private final Map<String, String> meanings = new HashMap<>();

  ShelfOfArtifacts(Path root) {
    this.root = root;
  }

  /** From now on a requested version means an exact one. */
  ShelfOfArtifacts means(String requested, String exact) {
    meanings.put(requested, exact);
    return this;
  }

  Path put(String artifact, byte[] content) throws IOException {
    return Files.write(root.resolve(artifact.replace(':', '-')), content);
  }

  @Override
  public String version(Artifact wanted, TransferListener transfers) {
    asked.add("version " + wanted);
    return meanings.getOrDefault(wanted.version(), wanted.version());
  }

  @Override
  public Path file(Artifact exact, TransferListener transfers) {
    asked.add("file " + exact);
    Path file = root.resolve(exact.toString().replace(':', '-'));
    if (!Files.exists(file)) {
      throw new SourceNotFound(Problem.of("no " + exact).advise("look elsewhere"));
    }
    return file;
  }
}
