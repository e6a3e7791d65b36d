package io.github.sourceprovisioner.benchmark.process;

/**
 * One measured run.
 *
 * @param seconds the whole process
 * @param bytes over the line, both directions
 * @param requests that the server answered
 * @param megabytes the most memory of the process
 */
public record Sample(double seconds, long bytes, long requests, long megabytes) {

  /** This run without the time that another one took. */
  Sample after(Sample other) {
    return new Sample(seconds - other.seconds, bytes, requests, megabytes);
  }

  /** Which of them a table is about. */
  public enum Measure {
    SECONDS,
    BYTES,
    REQUESTS,
    MEGABYTES;

    double of(Sample sample) {
      return switch (this) {
        case SECONDS -> sample.seconds();
        case BYTES -> sample.bytes();
        case REQUESTS -> sample.requests();
        case MEGABYTES -> sample.megabytes();
      };
    }
  }
}
