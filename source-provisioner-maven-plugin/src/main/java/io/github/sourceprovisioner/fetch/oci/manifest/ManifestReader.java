package io.github.sourceprovisioner.fetch.oci.manifest;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Reads manifests. As in OpenTofu, an artifact is the manifest of one image; an index of several is
 * refused, since nothing says which of them is meant. A manifest that says two things at once, or
 * something else than its header, is refused (CVE-2021-41190).
 */
public final class ManifestReader {

  /** Docker allows as many layers. */
  private static final int MOST_LAYERS = 127;

  private static final String TITLE = "org.opencontainers.image.title";
  private static final String UNPACK = "io.deis.oras.content.unpack";

  private static final String AGAIN =
      "push it as one artifact with tar or zip layers, best with a current oras or tofu";

  private ManifestReader() {}

  /**
   * The manifest that an answer holds.
   *
   * @param contentType the header of that name
   * @throws UnknownSource if it is of a kind that is no source
   * @throws IntegrityMismatch if it is malformed, or too large
   */
  public static Manifest read(byte[] body, Optional<String> contentType) {
    try {
      return read(JsonObject.parse(body), contentType.flatMap(MediaTypes::of));
    } catch (IllegalArgumentException e) {
      throw malformed(Problem.of("the manifest is refused: " + e.getMessage()).because(e));
    }
  }

  private static Manifest read(JsonObject json, Optional<String> header) {
    refuseOthers(json, header);
    Optional<String> said = json.text("mediaType").flatMap(MediaTypes::of);
    Optional<String> type = header.filter(ManifestReader::isManifest).or(() -> said);
    if (said.isPresent() && !said.equals(type)) {
      throw new IllegalArgumentException("its media type is not that of its header");
    }
    if (type.isPresent() && !MediaTypes.IMAGES.contains(type.get())) {
      throw unsupported("the manifest has the unknown media type " + type.get());
    }
    if (type.isEmpty() && !json.names().contains("layers")) {
      throw new IllegalArgumentException("it has no layers");
    }
    List<JsonObject> layers = json.objects("layers");
    if (layers.size() > MOST_LAYERS) {
      throw malformed(
          Problem.of("the artifact has " + layers.size() + " layers, and the most are 127"));
    }
    String config = json.object("config").text("mediaType").orElse("");
    return new Manifest(
        json.text("artifactType").orElse(config),
        layers.stream().map(ManifestReader::descriptor).toList());
  }

  private static void refuseOthers(JsonObject json, Optional<String> header) {
    boolean old = json.number("schemaVersion").orElse(2) == 1 || json.names().contains("fsLayers");
    if (old) {
      throw unsupported("the manifest has the old schema 1 of Docker");
    }
    boolean index =
        json.names().contains("manifests")
            || header.filter(MediaTypes.INDEXES::contains).isPresent();
    if (index && json.names().contains("layers")) {
      throw new IllegalArgumentException("it is an image and an index at once");
    }
    if (index) {
      throw new UnknownSource(
          Problem.of("it is an index of several images, and none of them is the source")
              .advise("name one of them by its digest: @sha256:…")
              .advise(AGAIN));
    }
  }

  private static boolean isManifest(String type) {
    return MediaTypes.IMAGES.contains(type) || type.contains("manifest");
  }

  private static Descriptor descriptor(JsonObject json) {
    JsonObject notes = json.object("annotations");
    return new Descriptor(
        json.text("mediaType").flatMap(MediaTypes::of).orElseThrow(() -> bad("media type")),
        json.text("digest").flatMap(Digest::of).orElseThrow(() -> bad("digest")),
        json.number("size").stream()
            .filter(size -> size >= 0)
            .findFirst()
            .orElseThrow(() -> bad("size")),
        notes.text(TITLE).filter(title -> !title.isBlank()),
        notes.text(UNPACK).filter("true"::equals).isPresent());
  }

  private static IllegalArgumentException bad(String what) {
    return new IllegalArgumentException("a layer without a usable " + what);
  }

  private static UnknownSource unsupported(String message) {
    return new UnknownSource(Problem.of(message).advise(AGAIN));
  }

  private static IntegrityMismatch malformed(Problem problem) {
    return new IntegrityMismatch(problem.advise(AGAIN));
  }
}
