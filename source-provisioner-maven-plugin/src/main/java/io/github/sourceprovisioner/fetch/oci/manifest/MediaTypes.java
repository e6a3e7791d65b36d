package io.github.sourceprovisioner.fetch.oci.manifest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The media types of manifests, and how all of them are read. */
public final class MediaTypes {

  static final Set<String> IMAGES =
      Set.of(
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  static final Set<String> INDEXES =
      Set.of(
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json");

  /** What a registry is asked for; indexes too, or it would say that there is nothing. */
  public static final String ACCEPTED =
      "application/vnd.oci.image.manifest.v1+json,"
          + " application/vnd.docker.distribution.manifest.v2+json,"
          + " application/vnd.oci.image.index.v1+json,"
          + " application/vnd.docker.distribution.manifest.list.v2+json";

  private static final Pattern FORM = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

  private static final int LONGEST = 255;

  private MediaTypes() {}

  /** A type in lower case and without parameters; empty for what is none. */
  public static Optional<String> of(String text) {
    String type = text.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return Optional.of(type).filter(t -> t.length() <= LONGEST && FORM.matcher(t).matches());
  }
}
