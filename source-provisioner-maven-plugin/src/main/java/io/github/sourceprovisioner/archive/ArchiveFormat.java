package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.archive.stream.Compression;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that are unpacked; their names are those that users know from go-getter. */
enum ArchiveFormat {
  ZIP(Compression.NONE, "zip", "zip"),
  TAR(Compression.NONE, "tar", "tar"),
  TAR_GZ(Compression.GZIP, "tar.gz", "tgz"),
  TAR_BZ2(Compression.BZIP2, "tar.bz2", "tbz2"),
  TAR_XZ(Compression.XZ, "tar.xz", "txz"),
  TAR_ZST(Compression.ZSTD, "tar.zst", "tzst"),
  GZ(Compression.GZIP, "gz", "gz"),
  BZ2(Compression.BZIP2, "bz2", "bz2"),
  XZ(Compression.XZ, "xz", "xz"),
  ZST(Compression.ZSTD, "zst", "zst");

  private final Compression compression;
  private final String label;
  private final String other;

  ArchiveFormat(Compression compression, String label, String other) {
    this.compression = compression;
    this.label = label;
    this.other = other;
  }

  Compression compression() {
    return compression;
  }

  /** Whether it is one compressed file, without any directories. */
  boolean isSingle() {
    return this == GZ || this == BZ2 || this == XZ || this == ZST;
  }

  /** The format as users write it. */
  String label() {
    return label;
  }

  /** The format of a name in a location. */
  static Optional<ArchiveFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> name.equals(format.label) || name.equals(format.other))
        .findFirst();
  }

  /** The format that the end of a file's name shows, the longest first. */
  static Optional<ArchiveFormat> ofFile(String file) {
    return Arrays.stream(values())
        .flatMap(format -> Stream.of(format.label, format.other))
        .filter(name -> file.endsWith("." + name))
        .max(Comparator.comparingInt(String::length))
        .flatMap(ArchiveFormat::named);
  }

  /** A container with a compression, or the compressed file alone. */
  static ArchiveFormat of(Compression compression, boolean tar) {
    return Arrays.stream(values())
        .filter(format -> format != ZIP && format.compression == compression)
        .filter(format -> format.isSingle() != tar)
        .findFirst()
        .orElseThrow();
  }

  /** What a single compressed file is called once it is unpacked. */
  String unpackedName(String file) {
    String suffix = "." + label();
    return file.endsWith(suffix) && file.length() > suffix.length()
        ? file.substring(0, file.length() - suffix.length())
        : file;
  }
}
