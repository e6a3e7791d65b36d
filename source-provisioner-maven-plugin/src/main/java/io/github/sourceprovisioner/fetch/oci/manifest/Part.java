package io.github.sourceprovisioner.fetch.oci.manifest;

/** What a blob is to a source. */
public sealed interface Part {

  /** The blob. */
  Descriptor blob();

  /**
   * An archive to unpack.
   *
   * @param format {@code tar}, {@code tar.gz}, {@code tar.zst} or {@code zip}
   */
  record Packed(Descriptor blob, String format) implements Part {

    /** A name for messages that no two layers share. */
    public String name() {
      return blob.digest().brief().replace(':', '-') + "." + format;
    }
  }

  /**
   * A file as it stands.
   *
   * @param path where it belongs, as the artifact has it; not checked
   */
  record Plain(Descriptor blob, String path) implements Part {}
}
