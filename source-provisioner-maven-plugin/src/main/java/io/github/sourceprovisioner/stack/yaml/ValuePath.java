package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simple part of yq's language: {@code .}, {@code .a.b}, {@code .a["b c"]}, {@code .a[0]}. */
final class ValuePath {

  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)|\\.?\\[\"([^\"]+)\"\\]|\\.?\\[([0-9]{1,6})\\]");

  private final String path;
  private final Position position;

  ValuePath(String path, Position position) {
    this.path = path.strip();
    this.position = position;
  }

  Value pick(Value from) {
    if (path.equals(".")) {
      return from;
    }
    Matcher step = STEP.matcher(path);
    Value here = from;
    int at = 0;
    while (at < path.length()) {
      if (!step.region(at, path.length()).lookingAt()) {
        throw new InvalidStack(
            Problem.of("the expression '" + path + "' is not supported")
                .at(position)
                .advise("use a simple path such as .a.b[0]"));
      }
      here = next(here, step).orElseThrow(this::missing);
      at = step.end();
    }
    return here;
  }

  private static Optional<Value> next(Value here, Matcher step) {
    if (step.group(3) != null) {
      int index = Integer.parseInt(step.group(3));
      return here instanceof ListValue list && index < list.items().size()
          ? Optional.of(list.items().get(index))
          : Optional.empty();
    }
    String key = step.group(1) == null ? step.group(2) : step.group(1);
    return here instanceof MapValue map ? map.get(key) : Optional.empty();
  }

  private InvalidStack missing() {
    return new InvalidStack(
        Problem.of("the included file has nothing at '" + path + "'")
            .at(position)
            .advise("check the path against the file"));
  }
}
