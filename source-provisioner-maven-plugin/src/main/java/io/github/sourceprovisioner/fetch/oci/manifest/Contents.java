package io.github.sourceprovisioner.fetch.oci.manifest;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what the layers of an artifact are to a source.
 *
 * <ul>
 *   <li>A module package of OpenTofu ({@code application/vnd.opentofu.modulepkg}) is its one layer
 *       {@code archive/zip}, whatever else it has.
 *   <li>Everywhere else, a layer is unpacked if its type or its title is one of an archive; a title
 *       decides against a plain {@code tar}, as which ORAS pushes every single file.
 *   <li>Any other layer with a title is a file of that name.
 * </ul>
 */
public final class Contents {

  private static final String OPENTOFU = "application/vnd.opentofu.modulepkg";
  private static final String OPENTOFU_LAYER = "archive/zip";

  /** What ORAS calls every single file that it is told no type of. */
  private static final String USUAL = "application/vnd.oci.image.layer.v1.tar";

  /** Blobs that belong to an artifact, but not to what it holds. */
  private static final Set<String> ASIDE =
      Set.of(
          "application/vnd.oci.empty.v1+json",
          "application/vnd.cncf.helm.chart.provenance.v1.prov");

  /** What the archives of a source may have together when packed, in bytes. */
  private static final long LARGEST = 10L << 30;

  private Contents() {}

  /**
   * The parts of an artifact, in the order of its layers.
   *
   * @return never empty
   * @throws UnknownSource if it is none that holds files
   * @throws SourceNotFound if it holds nothing
   */
  public static List<Part> of(Manifest manifest) {
    List<Part> parts =
        manifest.artifactType().equals(OPENTOFU) ? module(manifest) : layers(manifest);
    if (parts.isEmpty()) {
      throw new SourceNotFound(
          Problem.of("the artifact has no layers")
              .advise("check the tag: signatures and attestations have tags, too"));
    }
    if (parts.stream().mapToDouble(part -> part.blob().size()).sum() > LARGEST) {
      throw new IntegrityMismatch(
          Problem.of("the artifact is larger than " + LARGEST + " bytes")
              .advise("push an artifact that holds only what is needed"));
    }
    return parts;
  }

  private static List<Part> module(Manifest manifest) {
    List<Descriptor> zips =
        manifest.layers().stream().filter(l -> l.mediaType().equals(OPENTOFU_LAYER)).toList();
    if (zips.size() != 1) {
      throw new UnknownSource(
          Problem.of(
                  "a module package of OpenTofu has one layer of type %s, and this one has %d"
                      .formatted(OPENTOFU_LAYER, zips.size()))
              .advise("push the module again as its documentation says, as one zip"));
    }
    return List.of(new Part.Packed(zips.get(0), "zip"));
  }

  private static List<Part> layers(Manifest manifest) {
    List<Part> parts = new ArrayList<>();
    for (Descriptor layer : manifest.layers()) {
      if (!ASIDE.contains(layer.mediaType())) {
        parts.add(part(layer));
      }
    }
    return parts;
  }

  private static Part part(Descriptor layer) {
    Optional<String> format = LayerFormat.ofType(layer.mediaType());
    boolean certain =
        layer.directory() || layer.title().isEmpty() || !layer.mediaType().equals(USUAL);
    if (format.isPresent() && certain) {
      return new Part.Packed(layer, format.get());
    }
    Optional<String> named = layer.title().flatMap(LayerFormat::ofName);
    if (named.isPresent()) {
      return new Part.Packed(layer, named.get());
    }
    return layer
        .title()
        .<Part>map(title -> new Part.Plain(layer, title))
        .orElseThrow(() -> unknown(layer));
  }

  private static UnknownSource unknown(Descriptor layer) {
    return new UnknownSource(
        Problem.of("a layer has the type " + layer.mediaType() + ", which holds no files")
            .advise("push the files as a layer of type application/vnd.oci.image.layer.v1.tar+gzip")
            .advise("check the tag: signatures and attestations have tags, too"));
  }
}
