package io.github.sourceprovisioner.locate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A path on this machine, absolute and without {@code ..}; nothing is looked up. */
record LocalPath(Path path) {

  /**
   * A path as written, or decoded from a {@code file://} URL; a relative one starts from the
   * directory of the manifest.
   */
  static LocalPath of(String place, Reading reading) {
    boolean isUrl = place.toLowerCase(Locale.ROOT).startsWith("file://");
    String text = isUrl ? fromUrl(place.substring("file://".length()), reading) : place;
    if (text.isEmpty()) {
      throw reading.invalid("no path", "write ./directory, or /directory");
    }
    if (text.startsWith("-")) {
      throw reading.invalid("a path that starts with '-'", "write ./ before it");
    }
    if (text.contains("://")) {
      throw reading.invalid("a URL where a path is wanted", "write ./directory, or another type");
    }
    return new LocalPath(resolve(text, reading));
  }

  private static String fromUrl(String rest, Reading reading) {
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    if (slash < 0 || !(host.isEmpty() || host.equalsIgnoreCase("localhost"))) {
      throw reading.invalid("a host in a file URL", "write file:///directory with three slashes");
    }
    String path = Percent.decode(rest.substring(slash), reading.refusals());
    return path.matches("/[A-Za-z]:.*") && isWindows(reading) ? path.substring(1) : path;
  }

  private static boolean isWindows(Reading reading) {
    return reading.spec().baseDirectory().getFileSystem().getSeparator().equals("\\");
  }

  private static Path resolve(String text, Reading reading) {
    try {
      Path base = reading.spec().baseDirectory();
      Path whole = base.resolve(base.getFileSystem().getPath(text));
      int depth = 0;
      for (Path name : whole) {
        String part = name.toString();
        depth += part.equals("..") ? -1 : part.equals(".") || part.isEmpty() ? 0 : 1;
        if (depth < 0) {
          throw reading.invalid("a path that leaves the file system", "take away some '../'");
        }
      }
      return whole.normalize();
    } catch (InvalidPathException e) {
      throw reading.invalid("a path that this system does not allow", "rename the directory");
    }
  }

  /** The names from the root down. */
  List<String> names() {
    Stream<Path> names = StreamSupport.stream(path.spliterator(), false);
    List<String> below = names.map(Path::toString).toList();
    String drive =
        path.getRoot() == null ? "" : path.getRoot().toString().replaceAll("[/\\\\]", "");
    return drive.isEmpty() ? below : Stream.concat(Stream.of(drive), below.stream()).toList();
  }

  /** The path as a URL with three slashes. */
  String url() {
    return "file://" + PathSegments.encode(names());
  }
}
