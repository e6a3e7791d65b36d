package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;
import java.util.Optional;

/**
 * A YAML scalar: its text as written, so that {@code 1.10} stays {@code 1.10}.
 *
 * @param text the characters between the quotes, or the plain text; empty for null
 * @param kind what YAML's core schema makes of it
 * @param function the YAML function that is still to be called with {@code text}, with its
 *     exclamation mark ({@code !env}, {@code !terraform.output}); empty for an ordinary scalar
 * @param position where it starts
 */
public record Scalar(String text, Kind kind, Optional<String> function, Position position)
    implements Value {

  /** The kinds of the YAML 1.2 core schema. */
  public enum Kind {
    STRING("a string"),
    INTEGER("an integer"),
    FLOAT("a number"),
    BOOLEAN("a boolean"),
    NULL("null");

    private final String description;

    Kind(String description) {
      this.description = description;
    }
  }

  /** An ordinary string. */
  public static Scalar string(String text, Position position) {
    return new Scalar(text, Kind.STRING, Optional.empty(), position);
  }

  /** Whether this is an explicit or empty null. */
  public boolean isNull() {
    return kind == Kind.NULL && function.isEmpty();
  }

  @Override
  public String describe() {
    return function.map(name -> "the result of " + name).orElse(kind.description);
  }
}
