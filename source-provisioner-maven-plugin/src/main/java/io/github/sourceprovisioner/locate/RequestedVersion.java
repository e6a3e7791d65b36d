package io.github.sourceprovisioner.locate;

import java.util.Optional;

/** Brings the {@code version} key and a version inside the URI together. */
final class RequestedVersion {

  private RequestedVersion() {}

  /**
   * The one version that is meant.
   *
   * @param inline the version that the URI itself names
   * @throws io.github.sourceprovisioner.failure.InvalidStack if the two differ
   */
  static Optional<String> of(Reading reading, Optional<String> inline) {
    Optional<String> version = reading.spec().version().filter(v -> !v.isBlank());
    if (version.isEmpty() || inline.isEmpty()) {
      return inline.isPresent() ? inline : version;
    }
    if (!placed(version.get(), inline.get())) {
      throw reading.invalid(
          "'version: " + version.get() + "' beside '" + inline.get() + "'",
          "keep the version in one place, best in the version key");
    }
    return inline;
  }

  /**
   * Whether a template put the version into the URI: it then ends the inline one, or a directory of
   * it, and is not the tail of a longer number.
   */
  private static boolean placed(String version, String inline) {
    String text = inline + "/";
    int at = text.lastIndexOf(version + "/");
    if (at <= 0) {
      return at == 0;
    }
    char before = text.charAt(at - 1);
    return !Character.isDigit(before) && before != '.';
  }

  /** Refuses a version that the scheme cannot take and that no template put into the URI. */
  static void refuseUnused(Reading reading, String kind) {
    Optional<String> version = reading.spec().version().filter(v -> !v.isBlank());
    if (version.isPresent() && !reading.spec().uri().contains(version.get())) {
      throw reading.invalid(
          "a 'version' that " + kind + " cannot take",
          "put {{ .Version }} into the URI where the version belongs");
    }
  }
}
