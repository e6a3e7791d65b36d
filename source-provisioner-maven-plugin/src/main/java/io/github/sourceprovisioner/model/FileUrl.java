package io.github.sourceprovisioner.model;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What a {@code file} URL points at. */
public final class FileUrl {

  private static final String START = "file://";

  private FileUrl() {}

  /**
   * The path of a URL without a host. Percent signs are decoded where the URL is a valid URI (RFC
   * 8089); any other text after {@code file://} is taken as it stands.
   *
   * @throws IllegalArgumentException if the URL names a host, is no {@code file} URL or holds no
   *     absolute path
   */
  public static Path path(String url) {
    if (!url.startsWith(START + "/")) {
      throw new IllegalArgumentException("no absolute path in a file URL");
    }
    Path path = decoded(url);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("no absolute path in a file URL");
    }
    return path.normalize();
  }

  private static Path decoded(String url) {
    try {
      return Path.of(URI.create(url));
    } catch (IllegalArgumentException e) {
      return literal(url.substring(START.length()));
    }
  }

  private static Path literal(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no absolute path in a file URL", e);
    }
  }
}
