package io.github.sourceprovisioner.fetch.oci.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which archive a layer is, by how its media type or its name ends.
 *
 * @param format as users write it in {@code archive=}
 * @param type of OCI, Docker, Flux, Helm, and what is written by hand
 */
record LayerFormat(String format, Pattern type, Pattern name) {

  private static final List<LayerFormat> ALL =
      List.of(
          of("tar.gz", ".*[./+-]tar[.+](gzip|gz)|application/(x-)?(gzip|gtar|tgz)", "tar\\.gz|tgz"),
          of("tar.zst", ".*[./+-]tar[.+](zstd|zst)|application/zstd", "tar\\.zst|tzst"),
          of("tar", ".*[./+-]tar", "tar"),
          of("zip", ".*[./+-]zip|application/x-zip-compressed", "zip"));

  private static LayerFormat of(String format, String type, String ending) {
    return new LayerFormat(
        format, Pattern.compile(type), Pattern.compile(".*\\.(" + ending + ")", Pattern.DOTALL));
  }

  /** The archive that a media type promises. */
  static Optional<String> ofType(String mediaType) {
    return ALL.stream()
        .filter(known -> known.type.matcher(mediaType).matches())
        .map(LayerFormat::format)
        .findFirst();
  }

  /** The archive that a file name shows. */
  static Optional<String> ofName(String name) {
    return ALL.stream()
        .filter(known -> known.name.matcher(name.toLowerCase(Locale.ROOT)).matches())
        .map(LayerFormat::format)
        .findFirst();
  }
}
