package io.github.sourceprovisioner.stack.function;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The YAML functions that are called once a component is merged: {@code !env}, {@code !repo-root},
 * {@code !cwd} and {@code !literal}. Their results are strings that nothing renders again.
 */
public final class YamlFunctions {

  private final Map<String, String> environment;
  private final Path repositoryRoot;
  private final Path workingDirectory;

  /**
   * Functions for one project.
   *
   * @param environment what {@code !env} reads after the component's own {@code env}
   * @param repositoryRoot what {@code !repo-root} stands for, as long as it is a directory
   * @param workingDirectory what {@code !cwd} stands for
   */
  public YamlFunctions(
      Map<String, String> environment, Path repositoryRoot, Path workingDirectory) {
    this.environment = Map.copyOf(environment);
    this.repositoryRoot = repositoryRoot;
    this.workingDirectory = workingDirectory;
  }

  /**
   * The value with every function called that is supported; the others stay as they are. A variable
   * that is set nowhere and has no default becomes null.
   *
   * @param componentEnvironment the component's {@code env} section; may be empty
   * @throws InvalidStack if a function has arguments that it does not take, or {@code !repo-root}
   *     neither a directory nor a default
   */
  public Value evaluate(Value value, MapValue componentEnvironment) {
    if (value instanceof MapValue map) {
      return map.mapValues(child -> evaluate(child, componentEnvironment));
    }
    if (value instanceof ListValue list) {
      return list.mapItems(item -> evaluate(item, componentEnvironment));
    }
    return call((Scalar) value, componentEnvironment);
  }

  private Value call(Scalar scalar, MapValue componentEnvironment) {
    return switch (scalar.function().orElse("")) {
      case "!env" -> env(scalar, componentEnvironment);
      case "!repo-root" -> string(scalar, repositoryRoot(scalar));
      case "!cwd" -> {
        Arguments.of(scalar, 0, 0, "!cwd alone");
        yield string(scalar, workingDirectory.toString());
      }
      case "!literal" -> string(scalar, scalar.text());
      default -> scalar;
    };
  }

  private Scalar env(Scalar call, MapValue componentEnvironment) {
    List<String> arguments = Arguments.of(call, 1, 2, "!env NAME or !env NAME default");
    String name = arguments.get(0);
    Optional<Scalar> own = componentEnvironment.get(name).flatMap(value -> own(call, name, value));
    if (own.isPresent()) {
      Scalar found = own.get();
      return new Scalar(found.text(), found.kind(), found.function(), call.position());
    }
    return Optional.ofNullable(environment.get(name))
        .or(() -> arguments.stream().skip(1).findFirst())
        .map(text -> string(call, text))
        .orElse(new Scalar("", Scalar.Kind.NULL, Optional.empty(), call.position()));
  }

  /**
   * A variable of the component. One that itself asks with {@code !env} means the environment
   * around the build: {@code TOKEN: !env TOKEN} is usual and must not go round in circles.
   */
  private Optional<Scalar> own(Scalar call, String name, Value value) {
    if (!(value instanceof Scalar scalar)) {
      throw new InvalidStack(
          Problem.of("the variable " + name + " of the component is " + value.describe())
              .at(call.position())
              .advise("write a string for it under 'env' at " + value.position()));
    }
    Value known = call(scalar, MapValue.empty(scalar.position()));
    return Optional.of((Scalar) known)
        .filter(found -> !found.isNull())
        .map(found -> found.function().isPresent() ? found : string(found, found.text()));
  }

  private String repositoryRoot(Scalar call) {
    List<String> arguments = Arguments.of(call, 0, 1, "!repo-root or !repo-root default");
    if (Files.isDirectory(repositoryRoot)) {
      return repositoryRoot.toString();
    }
    return arguments.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidStack(
                    Problem.of("!repo-root finds no repository")
                        .at(call.position())
                        .advise("write a default behind it: !repo-root .")));
  }

  private static Scalar string(Scalar call, String text) {
    return Scalar.string(text, call.position());
  }
}
