package io.github.sourceprovisioner.model;

/**
 * What went over the network.
 *
 * @param requests round trips that were started
 * @param bytes received, or sent where something is published
 */
public record Traffic(int requests, long bytes) {

  /** Nothing at all. */
  public static final Traffic NONE = new Traffic(0, 0);

  /** Both together. */
  public Traffic plus(Traffic other) {
    return new Traffic(requests + other.requests, bytes + other.bytes);
  }
}
