package io.github.sourceprovisioner.stack.config;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import io.github.sourceprovisioner.stack.yaml.FileInclusion;
import io.github.sourceprovisioner.stack.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file {@code atmos.yaml} or {@code atmos.yml} of a project, as it was written. */
public final class AtmosFile {

  private AtmosFile() {}

  /** Its content; empty if the base directory has none. */
  public static Optional<MapValue> read(Path baseDirectory) {
    ProjectFiles files = new ProjectFiles(baseDirectory, List.of(baseDirectory));
    return Stream.of("atmos.yaml", "atmos.yml")
        .map(baseDirectory::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(file -> parse(file, baseDirectory, files));
  }

  /** What stands for a missing file. */
  public static MapValue missing() {
    return MapValue.empty(Position.of("atmos.yaml"));
  }

  private static MapValue parse(Path file, Path baseDirectory, ProjectFiles files) {
    return YamlReader.readMap(
        files.read(file), files.name(file), FileInclusion.of(files, baseDirectory, file));
  }
}
