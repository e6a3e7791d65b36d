package io.github.sourceprovisioner.benchmark.link;

/** What a line has carried: connections, and bytes from and to the client. */
public record Carried(long connections, long up, long down) {

  /** What was carried since an earlier moment. */
  public Carried since(Carried before) {
    return new Carried(connections - before.connections, up - before.up, down - before.down);
  }

  /** Bytes in both directions. */
  public long bytes() {
    return up + down;
  }
}
