package io.github.sourceprovisioner.archive.entry;

import java.io.IOException;

/** An archive that breaks the rules of its format, or uses what is not supported. */
public final class DamagedArchive extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean cut;

  private DamagedArchive(String reason, boolean cut) {
    super(reason);
    this.cut = cut;
  }

  /** Bytes that cannot be what they should be; the reason completes "the archive is damaged: …". */
  public static DamagedArchive because(String reason) {
    return new DamagedArchive(reason, false);
  }

  /** The end came before the format's own end: perhaps a transfer broke. */
  public static DamagedArchive cut() {
    return new DamagedArchive("it ends too early", true);
  }

  /** Whether only the end is missing. */
  public boolean isCut() {
    return cut;
  }
}
