package io.github.sourceprovisioner.benchmark.report;

/**
 * One line of the table.
 *
 * @param figure what is measured
 * @param ours what the plugin needs
 * @param peer what the other needs, and who that is
 * @param ratio ours against the other
 * @param bound what has to be reached
 * @param met whether it is
 */
public record Row(
    String figure, String ours, String peer, String ratio, String bound, Verdict met) {

  /** Whether a bound is reached. */
  public enum Verdict {
    YES,
    NO,
    NOT_MEASURED;

    /** What follows from a comparison. */
    public static Verdict of(boolean reached) {
      return reached ? YES : NO;
    }

    @Override
    public String toString() {
      return switch (this) {
        case YES -> "yes";
        case NO -> "**no**";
        case NOT_MEASURED -> "not measured";
      };
    }
  }
}
