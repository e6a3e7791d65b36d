package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.Revision;
import java.util.Optional;

/** What to do about the meaning of a location. */
public sealed interface Decision {

  /** What is known is good enough; nobody is asked. */
  record Use(Revision revision) implements Decision {}

  /**
   * The host has to be asked.
   *
   * @param fallback what to use, with a warning, if the host cannot be reached
   */
  record Ask(Optional<Revision> fallback) implements Decision {}

  /** Nothing is known, and nobody may be asked. */
  record Missing() implements Decision {}
}
