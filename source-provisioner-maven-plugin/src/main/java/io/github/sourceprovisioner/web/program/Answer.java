package io.github.sourceprovisioner.web.program;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a program said before it ended.
 *
 * @param program how messages name it
 * @param status 0 means that it did what it was asked to do
 * @param output what it printed; may hold secrets, even if it failed
 */
public record Answer(String program, int status, String output) {

  /**
   * What a reader makes of the JSON that was printed.
   *
   * @param reader answers nothing, or throws {@link IllegalArgumentException}, if something is
   *     missing or malformed
   * @throws AccessDenied if the program failed, or printed something else; says nothing of what
   */
  public <T> T read(Function<JsonObject, Optional<T>> reader) {
    if (status != 0) {
      throw new AccessDenied(
          Problem.of("%s ended with status %d".formatted(program, status))
              .advise("run it yourself to see why"));
    }
    return parsed(reader)
        .orElseThrow(
            () ->
                new AccessDenied(
                    Problem.of("the answer of " + program + " is not what it should be")
                        .advise("run it yourself, and check that it is the right program")));
  }

  /** Without the reason, which could repeat a part of a secret. */
  private <T> Optional<T> parsed(Function<JsonObject, Optional<T>> reader) {
    try {
      return reader.apply(JsonObject.parse(output.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Names the program, and not what it said. */
  @Override
  public String toString() {
    return "answer of " + program;
  }
}
