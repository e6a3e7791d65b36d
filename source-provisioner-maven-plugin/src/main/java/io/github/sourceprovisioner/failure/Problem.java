package io.github.sourceprovisioner.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong, where it was asked for, and what to do about it.
 *
 * @param message one line, without a final stop and without secrets
 * @param position the place in the manifest, if one is to blame
 * @param advice what the user can do, the best first; each completes the sentence "Try: …"
 * @param cause the technical reason, shown only with {@code -e}
 */
public record Problem(
    String message, Optional<Position> position, List<String> advice, Optional<Throwable> cause) {

  public Problem {
    advice = List.copyOf(advice);
  }

  /** A problem without a place, advice or cause yet. */
  public static Problem of(String message) {
    return new Problem(message, Optional.empty(), List.of(), Optional.empty());
  }

  /** This problem at a place. */
  public Problem at(Position place) {
    return new Problem(message, Optional.of(place), advice, cause);
  }

  /** This problem with one more piece of advice. */
  public Problem advise(String next) {
    List<String> more = new ArrayList<>(advice);
    more.add(next);
    return new Problem(message, position, more, cause);
  }

  /** This problem with its technical reason. */
  public Problem because(Throwable reason) {
    return new Problem(message, position, advice, Optional.of(reason));
  }
}
