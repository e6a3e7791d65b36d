package io.github.sourceprovisioner.stack.function;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import java.nio.file.Path;
import java.util.Map;

/** The YAML functions that are called once a component is merged. */
public final class YamlFunctions {

  /** Functions for one project. */
  public YamlFunctions(
      Map<String, String> environment, Path repositoryRoot, Path workingDirectory) {}

  /** The value with every function called that is supported; the others stay. */
  public Value evaluate(Value value, MapValue componentEnvironment) {
    return value;
  }
}
