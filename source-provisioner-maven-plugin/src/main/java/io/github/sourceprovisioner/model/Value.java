package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Position;

/** A YAML value that still knows where it was written. */
public sealed interface Value permits Scalar, ListValue, MapValue {

  /** Where the value starts. */
  Position position();

  /**
   * The YAML name of what this is, for messages: {@code a string}, {@code a list}, {@code a map}, …
   */
  String describe();
}
